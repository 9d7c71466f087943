internal import CAcceptLimit
internal import Foundation

/// The limit on open files. A ROUTER that runs out of them aborts or spins, so there must be enough at the start, and
/// connections that would take the last are turned away.
package enum OpenFiles {
    /// What a queue with few workers needs: its journal, its sockets, one for each connection.
    package static let needed = 128
    /// What a queue has open beside its connections, and some: standard streams, journal, ZeroMQ's own and ours, about 30.
    package static let own = 64

    /// Kept free for the journal and what else the queue opens.
    private static let reserve: CInt = 32

    /// Turns connections away from now on that would take the last open files.
    package static func limitConnections() { accept_limit_reserve(reserve) }

    /// Raises the soft limit to the hard one. - Returns: The limit now in force.
    @discardableResult
    package static func raiseLimit() -> Int {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }
}
