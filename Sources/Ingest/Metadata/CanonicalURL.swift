/// The address that a page gives as its own, whole.
enum CanonicalURL {
    private static let longest = 2048

    /// - Parameters:
    ///   - text: What the page says: an address, or one relative to the page's own.
    ///   - place: Where the page was found, where that is known.
    /// - Returns: An http or https address without its fragment; `nil` where there is no telling, or the page says something
    ///   else.
    static func resolved(_ text: String?, at place: String?) -> String? {
        guard let text, text.utf8.count <= longest,
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\".unicodeScalars.contains($0)
            })
        else { return nil }
        let address = String(text.prefix { $0 != "#" })
        if hasHost(address) { return address }
        guard address.hasPrefix("/"), let place, hasHost(place), let colon = place.firstIndex(of: ":") else {
            return nil
        }
        if address.hasPrefix("//") {
            let whole = place[...colon] + address
            return hasHost(String(whole)) ? String(whole) : nil
        }
        let host = place[colon...].dropFirst(3).prefix { !"/?#".contains($0) }
        return "\(place[..<colon])://\(host)\(address)"
    }

    private static func hasHost(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        for scheme in ["http://", "https://"] where start.hasPrefix(scheme) {
            guard let first = address.dropFirst(scheme.count).first else { return false }
            return first.isLetter || first.isNumber || first == "["
        }
        return false
    }
}
