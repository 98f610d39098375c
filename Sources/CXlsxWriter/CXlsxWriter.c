#include <dlfcn.h>
#include <stddef.h>
// Hidden, so that the library's own calls stay within it.
#pragma GCC visibility push(hidden)
#include "CXlsxWriter.h"

static void *_Atomic library;

const char *cx_load(const char *name) {
    void *found = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (found == NULL) return dlerror();
    library = found;
    return NULL;
}

// Only called once the library is loaded; a function that it has not ends the program here, as the loader would have at the start.
static void *found(const char *name) {
    void *function = dlsym(library, name);
    if (function == NULL) __builtin_trap();
    return function;
}

// The functions that are called, each with the library's own signature.
#define FORWARD(result, name, parameters, arguments)                  \
    result name parameters {                                          \
        static result(*function) parameters;                          \
        if (function == NULL) *(void **)&function = found(#name);     \
        return function arguments;                                    \
    }
#define FORWARD_VOID(name, parameters, arguments)                     \
    void name parameters {                                            \
        static void(*function) parameters;                            \
        if (function == NULL) *(void **)&function = found(#name);     \
        function arguments;                                           \
    }

FORWARD(lxw_workbook *, workbook_new, (const char *filename), (filename))
FORWARD(lxw_error, workbook_close, (lxw_workbook * book), (book))
FORWARD(lxw_format *, workbook_add_format, (lxw_workbook * book), (book))
FORWARD(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook * book, const char *name), (book, name))
FORWARD(lxw_chart *, workbook_add_chart, (lxw_workbook * book, uint8_t type), (book, type))
FORWARD(char *, lxw_strerror, (lxw_error error), (error))
FORWARD_VOID(format_set_bold, (lxw_format * format), (format))
FORWARD_VOID(format_set_text_wrap, (lxw_format * format), (format))
FORWARD(lxw_error, worksheet_write_string,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, const char *string, lxw_format *format), (sheet, row, col, string, format))
FORWARD(lxw_error, worksheet_write_number,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, double number, lxw_format *format), (sheet, row, col, number, format))
FORWARD(lxw_error, worksheet_write_datetime,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, lxw_datetime *datetime, lxw_format *format), (sheet, row, col, datetime, format))
FORWARD_VOID(format_set_num_format, (lxw_format * format, const char *num_format), (format, num_format))
FORWARD_VOID(worksheet_freeze_panes, (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col), (sheet, row, col))
FORWARD(lxw_error, worksheet_autofilter,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, lxw_row_t last_row, lxw_col_t last_col), (sheet, row, col, last_row, last_col))
FORWARD(lxw_error, worksheet_set_column,
        (lxw_worksheet * sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format), (sheet, first, last, width, format))
FORWARD(lxw_error, worksheet_print_area,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, lxw_row_t last_row, lxw_col_t last_col), (sheet, row, col, last_row, last_col))
FORWARD_VOID(worksheet_set_landscape, (lxw_worksheet * sheet), (sheet))
FORWARD_VOID(worksheet_set_paper, (lxw_worksheet * sheet, uint8_t type), (sheet, type))
FORWARD_VOID(worksheet_fit_to_pages, (lxw_worksheet * sheet, uint16_t width, uint16_t height), (sheet, width, height))
FORWARD(lxw_error, worksheet_repeat_rows, (lxw_worksheet * sheet, lxw_row_t first, lxw_row_t last), (sheet, first, last))
FORWARD(lxw_error, worksheet_insert_chart_opt,
        (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t col, lxw_chart *chart, lxw_chart_options *options), (sheet, row, col, chart, options))
FORWARD(lxw_chart_series *, chart_add_series, (lxw_chart * chart, const char *categories, const char *values), (chart, categories, values))
FORWARD_VOID(chart_series_set_categories,
             (lxw_chart_series * series, const char *sheet, lxw_row_t row, lxw_col_t col, lxw_row_t last_row, lxw_col_t last_col),
             (series, sheet, row, col, last_row, last_col))
FORWARD_VOID(chart_series_set_values,
             (lxw_chart_series * series, const char *sheet, lxw_row_t row, lxw_col_t col, lxw_row_t last_row, lxw_col_t last_col),
             (series, sheet, row, col, last_row, last_col))
FORWARD_VOID(chart_title_set_name, (lxw_chart * chart, const char *name), (chart, name))
FORWARD_VOID(chart_axis_set_reverse, (lxw_chart_axis * axis), (axis))
FORWARD_VOID(chart_axis_set_crossing_max, (lxw_chart_axis * axis), (axis))
FORWARD_VOID(chart_axis_set_interval_unit, (lxw_chart_axis * axis, uint16_t unit), (axis, unit))
FORWARD_VOID(chart_legend_set_position, (lxw_chart * chart, uint8_t position), (chart, position))
