internal import ArgumentParser
internal import Article
internal import Fetch
internal import Service

/// The flags of commands that fetch pages.
struct WebOptions: ParsableArguments {
    @Option(help: "Ask one host for so many pages a second at most, such as 0.2.")
    var rate = 1.0

    @Flag(help: "Fetch pages from private addresses too, such as 127.0.0.1 or 10.0.0.1.")
    var allowPrivate = false

    @Flag(help: "Fetch pages whole, whether they have changed or not.")
    var refetch = false

    mutating func validate() throws {
        guard (0.01...100).contains(rate) else { throw ValidationError("--rate takes 0.01 to 100") }
    }

    var fetcher: Fetcher {
        var options = FetchOptions()
        options.interval = .seconds(1 / rate)
        if allowPrivate { options.mayConnect = { _ in true } }
        options.version = Software.version
        return Fetcher(options)
    }

    /// Tells addresses of the web from paths.
    ///
    /// - Throws: ``CommandError`` with status 2 for an address that is none.
    static func split(_ arguments: [String]) throws(CommandError) -> (addresses: [WebAddress], paths: [String]) {
        var addresses: [WebAddress] = []
        var paths: [String] = []
        for argument in arguments {
            guard WebAddress.isMeant(argument) else {
                paths.append(argument)
                continue
            }
            do throws(FetchError) { addresses.append(try WebAddress(argument)) } catch {
                throw CommandError("\(error)", status: .usage)
            }
        }
        return (addresses, paths)
    }
}
