import CLibFuzzer
import Glibc
import HostileInput

/// Feeds one door with what libFuzzer thinks of: `fuzz DOOR [ARGUMENT OF LIBFUZZER]…`, or `fuzz` for the doors' names.
/// `fuzz growth BYTES` measures the three stages on hostile texts.
@main
struct Fuzz {
    // Written once, before libFuzzer starts; its callback can't carry anything along.
    nonisolated(unsafe) private static var door = Door.all[0]

    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            for door in Door.all { print(door.name) }
            return
        }
        if arguments[1] == "growth" {
            exit(GrowthTable(bytes: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000).print())
        }
        guard let door = Door.all.first(where: { $0.name == arguments[1] }) else {
            say("fuzz: there is no door \(arguments[1]); `fuzz` lists them")
            exit(2)
        }
        Self.door = door
        arguments.remove(at: 1)
        arguments.append("-max_len=\(door.longest)")
        var count = CInt(arguments.count)
        // libFuzzer keeps the arguments until the process ends.
        let vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
        for (index, argument) in arguments.enumerated() { vector[index] = strdup(argument) }
        vector[arguments.count] = nil
        var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = vector
        exit(
            LLVMFuzzerRunDriver(&count, &pointer) { data, size in
                Fuzz.check(UnsafeBufferPointer(start: data, count: size))
                return 0
            }
        )
    }

    private static func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        do throws(BrokenRule) { try door.check(Array(bytes)) } catch {
            say("a broken rule at the door \"\(door.name)\": \(error)")
            abort()
        }
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
