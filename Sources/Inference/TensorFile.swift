internal import Crypto
internal import JSON

/// A file of tensors in the safetensors format: the header's length in 8 bytes, the header in JSON, the data.
///
/// See https://github.com/huggingface/safetensors. Only what stance models need is read: bytes and 32-bit floats, of one
/// or two dimensions, little endian.
struct TensorFile: Sendable {
    enum Element: String, Sendable {
        case byte = "U8"
        case float = "F32"

        var size: Int { self == .byte ? 1 : 4 }
    }

    struct Entry: Sendable {
        var element: Element
        var shape: [Int]
        /// In bytes of the file.
        var range: Range<Int>
    }

    let file: MappedFile
    private(set) var metadata: [String: String] = [:]
    private(set) var entries: [String: Entry] = [:]
    /// Where the data begin, in bytes of the file.
    private let start: Int

    private enum Bounds {
        /// The base model's header has some 30 kB.
        static let header = 1 << 20
        static let tensors = 4_096
    }

    /// - Throws: ``ModelError`` for a file that can't be read, and for a header that is not true to the format or the file.
    init(_ path: String) throws(ModelError) {
        file = try MappedFile(path)
        guard file.bytes.count > 8 else { throw ModelError(.malformed, path, "too short for a safetensors file") }
        let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
        guard length <= Bounds.header, length <= file.bytes.count - 8 else {
            throw ModelError(.malformed, path, "not a safetensors file: its header would have \(length) bytes")
        }
        start = 8 + Int(length)
        let header: JSON
        do throws(JSONError) {
            header = try JSONReader.read(Array(file.bytes[8..<start]), maximumDepth: 4)
        } catch {
            throw ModelError(.malformed, path, "not a safetensors file: its header is not JSON: \(error)")
        }
        guard let members = header.object, members.count <= Bounds.tensors else {
            throw ModelError(.malformed, path, "its header is no object of at most \(Bounds.tensors) tensors")
        }
        for (name, value) in members {
            if name == "__metadata__" {
                metadata = try texts(value)
            } else {
                entries[name] = try entry(value, name)
            }
        }
    }

    private func texts(_ json: JSON) throws(ModelError) -> [String: String] {
        guard let object = json.object else { throw ModelError(.malformed, file.path, "__metadata__ is no object") }
        var texts: [String: String] = [:]
        for (key, value) in object {
            guard let text = value.string else {
                throw ModelError(.malformed, file.path, "\"\(key)\" in __metadata__ is no text")
            }
            texts[key] = text
        }
        return texts
    }

    private func entry(_ json: JSON, _ name: String) throws(ModelError) -> Entry {
        func error(_ reason: String) -> ModelError {
            ModelError(.malformed, file.path, "tensor \"\(name.prefix(64))\": \(reason)")
        }
        guard let element = json["dtype"]?.string.flatMap(Element.init) else { throw error("expected dtype U8 or F32") }
        let shape = (json["shape"]?.array ?? []).map { $0.int ?? 0 }
        guard (1...2).contains(shape.count), shape.allSatisfy({ (1...1 << 30).contains($0) }) else {
            throw error("expected a shape of one or two numbers from 1 to 2^30")
        }
        let offsets = (json["data_offsets"]?.array ?? []).map { $0.int ?? -1 }
        let end = file.bytes.count - start
        guard offsets.count == 2, 0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= end else {
            throw error("its data_offsets are not inside the \(end) bytes of data")
        }
        // Two numbers of at most 2^30 and a 4: no overflow.
        guard shape.reduce(element.size, *) == offsets[1] - offsets[0] else {
            throw error("its shape \(shape) does not fit its \(offsets[1] - offsets[0]) bytes")
        }
        return Entry(element: element, shape: shape, range: start + offsets[0]..<start + offsets[1])
    }

    /// Compares the checksum in the metadata, `sha256` in hexadecimal, with that of the data.
    ///
    /// - Throws: ``ModelError`` `damaged` where they differ, `malformed` where there is none.
    func verify() throws(ModelError) {
        guard let expected = metadata["sha256"] else {
            throw ModelError(.malformed, file.path, "there is no sha256 in its metadata")
        }
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: file.bytes[start...]))
        let digits = Array("0123456789abcdef")
        let found = String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        guard found == expected.lowercased() else {
            throw ModelError(.damaged, file.path, "the checksum of its data differs; copy the file again")
        }
    }
}
