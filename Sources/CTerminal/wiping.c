#define _GNU_SOURCE
#include "CTerminal.h"
#include <errno.h>
#include <malloc.h>
#include <string.h>

/* Memory that is given back is emptied first: a passcode that was typed, a customer's name do not lie about in the process once nobody has
   them any more. Swift's own texts and lists cannot be emptied by whoever had them. glibc lets a program put its own functions in the place of
   these (manual, "Replacing malloc"); what they do beside that is glibc's own. */

void __libc_free(void *memory);
void *__libc_realloc(void *memory, size_t count);

/* What is larger is nothing that somebody typed, and is moved by the kernel without a copy. */
enum { LARGEST_EMPTIED = 1 << 20 };

void free(void *memory) {
    if (memory) {
        size_t count = malloc_usable_size(memory);
        if (count <= LARGEST_EMPTIED) explicit_bzero(memory, count);
    }
    __libc_free(memory);
}

void *realloc(void *memory, size_t count) {
    size_t had = memory ? malloc_usable_size(memory) : 0;
    if (had == 0 || had > LARGEST_EMPTIED || count == 0) return __libc_realloc(memory, count);
    if (count <= had) return memory;
    void *moved = malloc(count);
    if (!moved) {
        errno = ENOMEM;
        return NULL;
    }
    memcpy(moved, memory, had);
    free(memory);
    return moved;
}

/* More than the deepest call that a key leads to takes up. */
enum { STACK_EMPTIED = 1 << 17 };

__attribute__((noinline)) void ct_empty_stack(void) {
    char room[STACK_EMPTIED];
    explicit_bzero(room, sizeof room);
}
