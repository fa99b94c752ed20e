/* The way into libFuzzer for a program that has its own main. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one_input)(const unsigned char *data, unsigned long size));
