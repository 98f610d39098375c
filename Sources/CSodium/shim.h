#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* Keeps what the process has in memory out of core dumps and away from debuggers of the same user: keys and passcodes are among it. */
static inline int firstdesk_forbid_dumps(void) {
    struct rlimit none = {0, 0};
    return prctl(PR_SET_DUMPABLE, 0) == 0 && setrlimit(RLIMIT_CORE, &none) == 0 ? 0 : -1;
}
