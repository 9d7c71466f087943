#ifndef CZEROMQ_SHIM_H
#define CZEROMQ_SHIM_H

#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <zmq.h>

/* Calls and constants that glibc hides from Swift behind enums and feature macros. */

/* A non-blocking eventfd, or -1 with errno set. */
static inline int czmq_wakeup_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/* Adds one to the counter. A full counter (EAGAIN) is already a pending wake-up. */
static inline void czmq_wakeup_signal(int fd) { (void)eventfd_write(fd, 1); }

/* Sets the counter back to zero. */
static inline void czmq_wakeup_drain(int fd) {
    eventfd_t value;
    (void)eventfd_read(fd, &value);
}

/* Starts a detached thread with every signal blocked, so that signals go to the program's own threads.
   The name is cut to 15 bytes, which is all the kernel keeps. Returns 0 or an errno. */
static inline int czmq_thread_start(const char *name, void *(*body)(void *), void *argument) {
    char cut[16];
    sigset_t all, before;
    pthread_t thread;
    int status;

    strncpy(cut, name, sizeof cut - 1);
    cut[sizeof cut - 1] = '\0';
    sigfillset(&all);
    status = pthread_sigmask(SIG_SETMASK, &all, &before);
    if (status != 0)
        return status;
    status = pthread_create(&thread, NULL, body, argument);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (status != 0)
        return status;
    pthread_setname_np(thread, cut);
    pthread_detach(thread);
    return 0;
}

/* Overwrites secret bytes in a way the optimiser may not leave out. */
static inline void czmq_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

#endif
