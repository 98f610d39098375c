#ifndef FIRSTDESK_CXLSXWRITER_H
#define FIRSTDESK_CXLSXWRITER_H
#include <xlsxwriter.h>

/// Loads libxlsxwriter by its name, whose functions may be called then. It is no part of the program's start: it brings libcrypto with it, and
/// a fifth of the time until the first screen.
/// Returns NULL, or why it cannot be loaded, in the loader's words, which stand until the loader fails again.
const char *cx_load(const char *name);

#endif
