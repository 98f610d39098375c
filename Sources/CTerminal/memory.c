#define _GNU_SOURCE
#include "CTerminal.h"
#include <sys/mman.h>

int ct_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }
