#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Finds the file beside a feed that an item's link means.
enum LocalCopy {
    /// The path for a link: relative to the feed's folder, or of a `file:` address, or, for an address in the web, where
    /// `wget --force-directories` puts it (`host/path`, with `index.html` for a folder).
    ///
    /// - Returns: `nil` where there is no such file in the feed's own folder: a feed may come from anybody and must not
    ///   name files elsewhere.
    static func path(_ link: String, feed: String) -> String? {
        guard link.utf8.count <= 2_000, !link.utf8.contains(0) else { return nil }
        let folder = feed.contains("/") ? String(feed[...(feed.lastIndex(of: "/") ?? feed.startIndex)]) : "./"
        var name = String(link.prefix { $0 != "#" })
        for scheme in ["http://", "https://"] where name.lowercased().hasPrefix(scheme) {
            name = String(name.dropFirst(scheme.count))
            if name.hasSuffix("/") || !name.contains("/") { name += name.hasSuffix("/") ? "index.html" : "/index.html" }
        }
        if name.lowercased().hasPrefix("file://") { name = String(name.dropFirst("file://".count)) }
        guard !name.isEmpty, let decoded = decoded(name) else { return nil }
        let path = decoded.hasPrefix("/") ? decoded : folder + decoded
        guard let root = real(folder), let found = real(path), found.hasPrefix(root.hasSuffix("/") ? root : root + "/"),
            case .file? = try? FolderWalk.kind(of: found)
        else { return nil }
        return path
    }

    private static func real(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Without percent signs; `nil` where that is no text.
    private static func decoded(_ text: String) -> String? {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
    }
}
