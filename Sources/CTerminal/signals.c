#define _GNU_SOURCE
#include "CTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Everything that a handler touches is static and was made before the handler was installed: POSIX allows it to call write(),
// tcsetattr(), sigaction() and raise(), and little else.

static const int noted[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
// The second line: signals that end a program which does not expect them, and would leave the terminal as it is.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT,
                            SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGIO, SIGPWR, SIGSTKFLT};
enum { NOTED = sizeof noted / sizeof *noted, FATAL = sizeof fatal / sizeof *fatal };

static unsigned long long pending;
static int wake[2] = {-1, -1};
static struct sigaction before_noted[NOTED];
static struct sigaction before_fatal[FATAL];

static volatile sig_atomic_t guarded;
static int guard_fd = -1;
static struct termios guard_found;
static char guard_bytes[CT_RESTORE_MAX];
static size_t guard_count;
static void *guard_stack;

static void put_terminal_back(void) {
    if (!guarded) return;
    guarded = 0;
    size_t done = 0;
    while (done < guard_count) {
        ssize_t n = write(guard_fd, guard_bytes + done, guard_count - done);
        if (n <= 0 && errno != EINTR) break;
        if (n > 0) done += (size_t)n;
    }
    // TCSANOW and not TCSADRAIN: a terminal that takes no more output must not keep the process from ending.
    tcsetattr(guard_fd, TCSANOW, &guard_found);
}

static void die_of(int number) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(number, &standard, 0);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigprocmask(SIG_UNBLOCK, &only, 0);
    raise(number);
}

static void on_fatal(int number) {
    int kept = errno;
    put_terminal_back();
    die_of(number);
    errno = kept;
}

static void on_noted(int number) {
    int kept = errno;
    unsigned long long bit = 1ULL << number;
    unsigned long long old = __atomic_fetch_or(&pending, bit, __ATOMIC_SEQ_CST);
    int ends = number == SIGTERM || number == SIGHUP || number == SIGINT;
    if (ends && (old & bit)) {
        // Asked twice and the first was never looked at: the program hangs, and the asker means it.
        put_terminal_back();
        die_of(number);
    }
    if (wake[1] >= 0) {
        ssize_t ignored = write(wake[1], "!", 1); // A full pipe wakes as well.
        (void)ignored;
    }
    errno = kept;
}

int ct_signals_install(void) {
    if (wake[0] >= 0) return wake[0];
    if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    __atomic_store_n(&pending, 0, __ATOMIC_SEQ_CST);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_noted;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < NOTED; i++) sigaction(noted[i], &action, &before_noted[i]);
    return wake[0];
}

unsigned long long ct_signals_take(void) {
    if (__atomic_load_n(&pending, __ATOMIC_SEQ_CST) == 0) return 0;
    return __atomic_exchange_n(&pending, 0, __ATOMIC_SEQ_CST);
}

unsigned long long ct_signals_drain(void) {
    char bytes[64];
    // The pipe first: a signal between the two only wakes poll once for nothing.
    while (wake[0] >= 0 && read(wake[0], bytes, sizeof bytes) > 0) {}
    return ct_signals_take();
}

void ct_signals_restore(void) {
    if (wake[0] < 0) return;
    for (int i = 0; i < NOTED; i++) sigaction(noted[i], &before_noted[i], 0);
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
}

void ct_signals_stop_self(void) {
    struct sigaction standard, kept;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &kept);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &kept, 0);
}

int ct_crash_guard(int fd, const struct termios *found, const char *bytes, size_t count) {
    if (count > sizeof guard_bytes) {
        errno = EMSGSIZE;
        return -1;
    }
    if (guarded) ct_crash_release();
    // A stack of its own, so that running out of the ordinary one can be handled too.
    size_t size = 64 * 1024;
    if (!guard_stack && !(guard_stack = malloc(size))) return -1;
    stack_t stack = {.ss_sp = guard_stack, .ss_size = size};
    sigaltstack(&stack, 0);
    guard_fd = fd;
    guard_found = *found;
    memcpy(guard_bytes, bytes, count);
    guard_count = count;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fatal;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before_fatal[i]);
    guarded = 1;
    return 0;
}

void ct_crash_release(void) {
    if (!guarded) return;
    guarded = 0;
    for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], 0);
}

int ct_window_size(int fd, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

int ct_bytes_waiting(int fd) {
    int count = 0;
    return ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}
