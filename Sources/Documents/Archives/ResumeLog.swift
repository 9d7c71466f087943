/// Keeps the place in each archive up to which all documents have been taken, though they are taken in another order.
package struct ResumeLog: Sendable {
    private struct Entry {
        let place: ArchivePlace
        var isTaken = false
    }

    /// Where to go on in each archive, by its path.
    package private(set) var places: [String: ArchivePlace]
    /// What has been handed out and not taken in order yet, by its number.
    private var open: [Int: Entry] = [:]
    /// The numbers of ``open`` in order.
    private var order: [Int] = []
    private var first = 0

    package init(places: [String: ArchivePlace] = [:]) { self.places = places }

    /// A document of an archive is on its way.
    package mutating func begin(_ number: Int, _ place: ArchivePlace) {
        open[number] = Entry(place: place)
        order.append(number)
    }

    /// A document has been taken, or refused for good. Numbers that never began are passed over.
    package mutating func end(_ number: Int) {
        guard open[number] != nil else { return }
        open[number]?.isTaken = true
        while first < order.count, let entry = open[order[first]], entry.isTaken {
            places[entry.place.archive] = entry.place.next
            open[order[first]] = nil
            first += 1
        }
        // Keeps what is behind from growing with the archive.
        if first > 1024 {
            order.removeFirst(first)
            first = 0
        }
    }
}
