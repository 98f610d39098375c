// The wide calls of ncurses are declared only where this stands before curses.h.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// What Swift cannot see: macros, attributes with casts in them, and globals that strict concurrency refuses.

/// The whole screen's window.
static inline WINDOW *nc_screen_window(void) { return stdscr; }
/// Opens the terminal named on standard input and on an output, which stays open as long as the program runs; null where that failed.
static inline SCREEN *nc_open(const char *name, int output) {
    FILE *file = fdopen(output, "w");
    return file ? newterm(name, file, stdin) : 0;
}
/// Number of colours the terminal has, 0 before start_color.
static inline int nc_colour_count(void) { return COLORS; }
static inline int nc_columns(WINDOW *window) { return getmaxx(window); }
static inline int nc_rows(WINDOW *window) { return getmaxy(window); }

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_italic(void) { return A_ITALIC; }

/// Fills one cell. Pairs go through the extended argument, for the plain one ends at 32767.
static inline int nc_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, 0, &pair);
}

/// Fills one cell with a single scalar.
static inline int nc_set_scalar(cchar_t *cell, unsigned int scalar, attr_t attributes, int pair) {
    const wchar_t text[2] = {(wchar_t)scalar, 0};
    return setcchar(cell, text, attributes, 0, &pair);
}
