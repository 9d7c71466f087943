internal import Foundation
internal import JSON

/// What is known of pages handed in before: a small file under the data directory.
package struct FetchRecord: Sendable {
    /// A page that a queue has.
    package struct Entry: Hashable, Sendable {
        package var validators: PageValidators
        /// The id of the article that it became.
        package var article: String

        package init(validators: PageValidators, article: String) {
            self.validators = validators
            self.article = article
        }
    }

    /// More pages, and the oldest are forgotten: they are fetched whole again, and known by their content.
    private static let mostPages = 10_000
    private static let mostBytes = 32 << 20

    private struct Key: Hashable {
        let queue: String
        let url: String
    }

    private let path: String
    /// The queue that is spoken of; a page that another one has is new to this one.
    private let queue: String
    /// In the order in which they were first fetched.
    private var pages: [(key: Key, entry: Entry)] = []
    private var index: [Key: Int] = [:]
    /// Whether there is anything to write down.
    private var isChanged = false

    /// Reads the file; where it is not there, or not such a file, nothing is known.
    ///
    /// - Parameter queue: Names the queue, such as its endpoint.
    package init(directory: String, queue: String) {
        path = directory + "/fetched.json"
        self.queue = queue
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        guard let size, size <= Self.mostBytes, let data = FileManager.default.contents(atPath: path),
            let members = try? JSONReader.read(Array(data)).array
        else { return }
        for member in members.suffix(Self.mostPages) {
            guard let queue = member["queue"]?.string, let url = member["url"]?.string,
                let article = member["article"]?.string
            else { continue }
            let validators = PageValidators(etag: member["etag"]?.string, lastModified: member["last_modified"]?.string)
            note(Key(queue: queue, url: url), Entry(validators: validators, article: article))
        }
    }

    package subscript(url: String) -> Entry? { index[Key(queue: queue, url: url)].map { pages[$0].entry } }

    /// Notes a page that has been handed in. One without validators is not noted, since no site could say that it is still
    /// the same.
    package mutating func note(_ url: String, _ entry: Entry) {
        note(Key(queue: queue, url: url), entry)
        isChanged = true
    }

    private mutating func note(_ key: Key, _ entry: Entry) {
        guard !entry.validators.isEmpty else { return }
        if let place = index[key] {
            pages[place].entry = entry
        } else {
            index[key] = pages.count
            pages.append((key, entry))
        }
    }

    /// Writes the file, in one step, where something has been noted. - Throws: An error of the file system.
    package func save() throws {
        guard isChanged else { return }
        let kept = pages.suffix(Self.mostPages).map { page in
            var object: JSONObject = ["queue": JSON(page.key.queue), "url": JSON(page.key.url)]
            object["article"] = JSON(page.entry.article)
            object["etag"] = page.entry.validators.etag.map { JSON($0) }
            object["last_modified"] = page.entry.validators.lastModified.map { JSON($0) }
            return JSON.object(object)
        }
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try Data(JSON.array(kept).encoded()).write(to: URL(filePath: path), options: .atomic)
    }
}
