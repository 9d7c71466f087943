internal import CKernels

/// The tensors of a model, from all its files, with shapes checked where they are asked for.
struct Tensors: Sendable {
    private let files: [TensorFile]
    /// The first file, for errors.
    let path: String
    private let places: [String: (file: Int, entry: TensorFile.Entry)]

    /// - Precondition: there is a file.
    /// - Throws: ``ModelError`` where two files have the same tensor.
    init(_ files: [TensorFile]) throws(ModelError) {
        self.files = files
        path = files[0].file.path
        var places: [String: (file: Int, entry: TensorFile.Entry)] = [:]
        for (index, file) in files.enumerated() {
            for (name, entry) in file.entries {
                guard places.updateValue((index, entry), forKey: name) == nil else {
                    throw ModelError(.malformed, file.file.path, "tensor \"\(name)\" is in two files")
                }
            }
        }
        self.places = places
    }

    func has(_ name: String) -> Bool { places[name] != nil }

    /// The shape of a tensor. - Throws: ``ModelError`` where it is missing.
    func shape(_ name: String) throws(ModelError) -> [Int] { try place(name).entry.shape }

    /// The bytes of a tensor of the given shape, in place.
    ///
    /// - Throws: ``ModelError`` where it is missing, of another shape, or of floats.
    func bytes(_ name: String, _ shape: Int...) throws(ModelError) -> Bytes {
        let (file, entry) = try find(name, shape, .byte)
        return Bytes(file: files[file].file, range: entry.range)
    }

    /// The floats of a tensor of the given shape, in place where they lie as the processor wants them.
    ///
    /// - Throws: ``ModelError`` where it is missing, of another shape, of bytes, or not all finite.
    func floats(_ name: String, _ shape: Int...) throws(ModelError) -> Floats {
        let (file, entry) = try find(name, shape, .float)
        let floats = Floats(Bytes(file: files[file].file, range: entry.range))
        guard kernel_are_finite(floats.start, floats.values.count) != 0 else {
            throw ModelError(.malformed, path, "tensor \"\(name)\" has a value that is not finite")
        }
        return floats
    }

    private func find(
        _ name: String,
        _ shape: [Int],
        _ element: TensorFile.Element
    ) throws(ModelError) -> (file: Int, entry: TensorFile.Entry) {
        let found = try place(name)
        guard found.entry.element == element, found.entry.shape == shape else {
            throw ModelError(
                .malformed,
                files[found.file].file.path,
                "tensor \"\(name)\" is \(found.entry.element.rawValue) \(found.entry.shape); expected"
                    + " \(element.rawValue) \(shape)"
            )
        }
        return found
    }

    private func place(_ name: String) throws(ModelError) -> (file: Int, entry: TensorFile.Entry) {
        guard let place = places[name] else { throw ModelError(.malformed, path, "tensor \"\(name)\" is missing") }
        return place
    }
}

/// A part of a file in memory, which it keeps there.
struct Bytes: Sendable {
    private let file: MappedFile
    let range: Range<Int>

    init(file: MappedFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    var values: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: file.bytes[range]) }
    /// The first byte. - Precondition: there is one.
    var start: UnsafePointer<UInt8> {
        file.bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self) + range.lowerBound
    }
}

/// Floats that stay where they are as long as this does.
final class Floats: Sendable {
    // Only read once it is made, and freed at the end.
    nonisolated(unsafe) let values: UnsafeBufferPointer<Float>
    private let bytes: Bytes?

    /// In place where the bytes are aligned, else copied.
    init(_ bytes: Bytes) {
        let raw = bytes.values
        if Int(bitPattern: raw.baseAddress) % MemoryLayout<Float>.alignment == 0 {
            values = raw.assumingMemoryBound(to: Float.self)
            self.bytes = bytes
        } else {
            let copy = UnsafeMutableBufferPointer<Float>.allocate(capacity: raw.count / 4)
            UnsafeMutableRawBufferPointer(copy).copyMemory(from: raw)
            values = UnsafeBufferPointer(copy)
            self.bytes = nil
        }
    }

    /// Floats that `fill` writes, over zeros.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
        let copy = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
        copy.initialize(repeating: 0)
        fill(copy)
        values = UnsafeBufferPointer(copy)
        bytes = nil
    }

    deinit { if bytes == nil { values.deallocate() } }

    /// The first value. - Precondition: there is one; a tensor has no empty dimension.
    var start: UnsafePointer<Float> { values.baseAddress.unsafelyUnwrapped }
}
