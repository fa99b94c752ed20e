"""Runs a program without what a hardened service takes away.

    deprived.py PROGRAM ARGUMENT...

No memory can be made executable after it was writable, and sockets, priorities and limits are refused by the kernel
(EPERM), as MemoryDenyWriteExecute=, PrivateNetwork= and SystemCallFilter= of systemd.exec(5) have it. Linux alone.
"""

import ctypes
import os
import platform
import struct
import sys

NO_NEW_PRIVILEGES, SECCOMP, MEMORY_DENY_WRITE_EXECUTE = 38, 22, 65
REFUSED = {"x86_64": [41, 141, 160], "aarch64": [198, 140, 164]}  # socket, setpriority, setrlimit
LOAD_NUMBER, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERROR_EPERM = 0x7FFF0000, 0x00050001


def call(*arguments):
    if ctypes.CDLL(None, use_errno=True).prctl(*arguments) != 0:
        sys.exit(f"prctl {arguments[0]}: {os.strerror(ctypes.get_errno())}")


def refuse(numbers):
    """A filter of seccomp(2) that fails those system calls."""
    code = [(LOAD_NUMBER, 0, 0, 0)]
    code += [(JUMP_IF_EQUAL, len(numbers) - position, 0, number) for position, number in enumerate(numbers)]
    code += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, ERROR_EPERM)]
    text = b"".join(struct.pack("HBBI", *line) for line in code)
    buffer = ctypes.create_string_buffer(text, len(text))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(code), ctypes.addressof(buffer)))
    call(SECCOMP, 2, ctypes.byref(program), 0, 0)


call(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
call(MEMORY_DENY_WRITE_EXECUTE, 1, 0, 0, 0)
refuse(REFUSED[platform.machine()])
os.execv(sys.argv[1], sys.argv[1:])
