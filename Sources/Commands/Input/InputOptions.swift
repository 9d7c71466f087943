internal import ArgumentParser
internal import Documents
internal import Fetch
internal import Service

/// The flags of all commands that read documents.
struct InputOptions: ParsableArguments {
    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            "A member of JSON documents that has another name, as in text=body or title=meta.headline; may be repeated.",
            valueName: "ours=theirs"
        )
    )
    var fields: [String] = []

    @Flag(help: "Tell how far large inputs have been read.")
    var progress = false

    /// - Parameter resume: The file of the places to go on at.
    /// - Throws: ``CommandError`` with status 2 for a flag that names no field, or a file that is no such file.
    func options(resume: String? = nil) throws(CommandError) -> DocumentOptions {
        var options = DocumentOptions()
        do throws(FieldMap.Fault) { options.fields = try FieldMap(fields) } catch {
            throw CommandError("--field: \(error)", status: .usage)
        }
        if let resume {
            do throws(DocumentError) { options.places = try ResumeFile.load(resume) } catch {
                throw CommandError("\(error)", status: .usage)
            }
        }
        return options
    }

    /// Checks that there is something at each path. - Throws: ``CommandError`` with status 2.
    static func check(_ paths: [String]) throws(CommandError) {
        if let address = paths.first(where: WebAddress.isMeant) {
            throw CommandError("\(address): only `standpoint submit` fetches pages", status: .usage)
        }
        do throws(DocumentError) { try DocumentReader.check(paths) } catch {
            throw CommandError("\(error)", status: .usage)
        }
    }
}

extension DocumentReader {
    /// What was passed over, in words; `nil` where nothing was.
    var omissions: String? {
        var parts: [String] = []
        if passedOver > 0 { parts.append("\(passedOver) files whose kind is not known by their extension") }
        if recordsPassedOver > 0 { parts.append("\(recordsPassedOver) records of web archives that are no pages") }
        if itemsPassedOver > 0 { parts.append("\(itemsPassedOver) items of feeds that are no more than a summary") }
        return parts.isEmpty ? nil : "passed over " + parts.joined(separator: ", ")
    }
}

extension ReadingProgress {
    /// Such as `crawl.warc.gz: 12% of 1043 MB`.
    var told: String {
        guard let size, size > 0 else { return "\(name): \(read / 1_000_000) MB" }
        return "\(name): \(read * 100 / size)% of \(size / 1_000_000) MB"
    }
}
