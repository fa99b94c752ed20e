import CLibFuzzer

/// The program: libFuzzer's own command line around `LLVMFuzzerTestOneInput`. The package manager looks for it by this name.
@_cdecl("FuzzIntake_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return LLVMFuzzerRunDriver(&count, &arguments) { start, size in fuzzIntake(start, Int(size)) }
}
