internal import Article
internal import Documents
internal import Fetch
internal import Pipeline
internal import Service

/// Reads documents as `submit` does and prints a line for each, with the id that its article would have; nothing is handed
/// in.
struct DryRun {
    let reader: DocumentReader
    let progress: ProgressReport

    /// - Returns: Whether all could be read. - Throws: ``OutputClosed``.
    func run(on console: Console) throws -> Bool {
        var (count, failures) = (0, 0)
        while let result = reader.next() {
            switch result {
            case .success(let document):
                count += 1
                let id = Analysis.id(of: document.submission)
                try console.output.write(Array("\(TerminalText.visible(document.name)) \(id)\n".utf8))
            case .failure(let error):
                failures += 1
                console.complain(error)
            }
            if progress.isDue { progress.show(read: count, reader.progress) }
        }
        progress.finish()
        try console.output.flush()
        if let omissions = reader.omissions { console.note(omissions) }
        return failures == 0
    }

    /// As ``run(on:)``, for pages of the web, which are fetched.
    static func run(_ addresses: [WebAddress], by fetcher: Fetcher, on console: Console) async throws -> Bool {
        var failures = 0
        for address in addresses {
            do {
                guard let page = try await fetcher.fetch(address) else { continue }
                let document = try page.document(asked: address)
                let id = Analysis.id(of: document.submission)
                try console.output.write(Array("\(TerminalText.visible(document.name)) \(id)\n".utf8))
                try console.output.flush()
            } catch let error as FetchError {
                failures += 1
                console.complain(error)
            }
        }
        return failures == 0
    }
}
