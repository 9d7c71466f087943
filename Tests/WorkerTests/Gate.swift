import Glibc

/// A door that threads wait at until a test opens it, and that tells how many wait.
final class Gate: @unchecked Sendable {
    // @unchecked: everything mutable is read and written with the lock held.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isOpen = false
    private var entered = 0

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(change)
        mutex.deallocate()
        change.deallocate()
    }

    /// Waits at the door.
    func pass() {
        pthread_mutex_lock(mutex)
        entered += 1
        pthread_cond_broadcast(change)
        while !isOpen { pthread_cond_wait(change, mutex) }
        pthread_mutex_unlock(mutex)
    }

    func open() {
        pthread_mutex_lock(mutex)
        isOpen = true
        pthread_cond_broadcast(change)
        pthread_mutex_unlock(mutex)
    }

    /// Waits until so many have come to the door. - Throws: ``Silence`` where they do not.
    func wait(for count: Int) throws {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += Int(FakeQueue.patience.components.seconds)
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while entered < count {
            guard pthread_cond_timedwait(change, mutex, &deadline) == 0 else { throw Silence() }
        }
    }
}
