// The wide calls of ncurses are declared only where this stands before curses.h.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
