#define _GNU_SOURCE
#include "CTerminal.h"
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <string.h>

/* More than the deepest call that a key leads to takes up. */
enum { STACK_EMPTIED = 1 << 17 };

__attribute__((noinline)) void ct_empty_stack(void) {
    char room[STACK_EMPTIED];
    explicit_bzero(room, sizeof room);
}

/* Memory that is given back is emptied first: a passcode that was typed, a customer's name do not lie about in the process once nobody has
   them any more. Swift's own texts and lists cannot be emptied by whoever had them. The C library lets a program put functions of its own in
   the place of these (glibc manual, "Replacing malloc"); all else is done by those that they stand before, the C library's or another
   allocator's. A sanitizer looks after memory by itself. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_SANITIZER
#endif
#endif

#ifndef HAS_SANITIZER

typedef void (*Free)(void *);
typedef void *(*Realloc)(void *, size_t);

/* What is larger is nothing that somebody typed, and is moved by the kernel without a copy. */
enum { LARGEST_EMPTIED = 1 << 20 };

/* Found at the first call, which may come before anything of the program runs; whoever finds them at the same time finds the same. The search may
   itself give back what an earlier one left; that little stays. */
static _Atomic(Free) free_behind;
static _Atomic(Realloc) realloc_behind;
/* Volatile, for the header says of dlsym that it calls nothing here, and it does. */
static _Thread_local volatile int is_searching;

static void *find(const char *name) {
    is_searching = 1;
    void *behind = dlsym(RTLD_NEXT, name);
    is_searching = 0;
    return behind;
}

static void give_back(void *memory) {
    Free behind = atomic_load_explicit(&free_behind, memory_order_relaxed);
    if (!behind) {
        if (is_searching) return;
        behind = (Free)find("free");
        atomic_store_explicit(&free_behind, behind, memory_order_relaxed);
    }
    behind(memory);
}

static void *resize(void *memory, size_t count) {
    Realloc behind = atomic_load_explicit(&realloc_behind, memory_order_relaxed);
    if (!behind) {
        if (is_searching) return memory ? NULL : malloc(count);
        behind = (Realloc)find("realloc");
        atomic_store_explicit(&realloc_behind, behind, memory_order_relaxed);
    }
    return behind(memory, count);
}

void free(void *memory) {
    if (!memory) return;
    size_t count = malloc_usable_size(memory);
    if (count <= LARGEST_EMPTIED) explicit_bzero(memory, count);
    give_back(memory);
}

void *realloc(void *memory, size_t count) {
    size_t had = memory ? malloc_usable_size(memory) : 0;
    if (had == 0 || had > LARGEST_EMPTIED || count == 0) return resize(memory, count);
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

#endif
