#define _GNU_SOURCE
#include "accept_limit.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int reserve = 0;

void accept_limit_reserve(int files) { atomic_store(&reserve, files); }

// The lowest free descriptor is taken, so its number is at least the number of files that are open and not below it.
static int is_over_limit(int file) {
    struct rlimit limit;
    int kept = atomic_load(&reserve);
    return kept > 0 && getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY
        && (rlim_t)file + (rlim_t)kept >= limit.rlim_cur;
}

int accept4(int listener, struct sockaddr *restrict address, socklen_t *restrict length, int flags) {
    int file = (int)syscall(SYS_accept4, listener, address, length, flags);
    if (file < 0) {
        if (errno == EMFILE && atomic_load(&reserve) > 0) errno = ECONNABORTED;
        return file;
    }
    if (!is_over_limit(file)) return file;
    close(file);
    errno = ECONNABORTED;
    return -1;
}
