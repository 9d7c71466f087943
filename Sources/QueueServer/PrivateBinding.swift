internal import Glibc
internal import ZeroMQ

extension Socket {
    /// Binds; a Unix socket is then never open to other users than its own and, where the umask lets a group write, its
    /// group.
    ///
    /// Connecting to a Unix socket takes the permission to write (unix(7)). The mask is in force when the socket is made,
    /// so there is no moment in which it is open. It is the whole process's, for an instant, at the start.
    borrowing func bindPrivately(_ endpoint: String) throws(ZeroMQError) {
        guard endpoint.hasPrefix("ipc://") else { return try bind(endpoint) }
        let usual = umask(0o077)
        umask(usual | 0o007)
        defer { umask(usual) }
        try bind(endpoint)
    }
}
