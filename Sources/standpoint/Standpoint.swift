import Commands
import Service

/// The command line.
@main
enum Standpoint {
    static func main() async { await Exit.main(StandpointCommand.self) }
}
