extension EndToEndTests.UsageTests {
    /// What `standpoint --help` prints, to the letter.
    static let help = """
        OVERVIEW: Who takes which stance toward whom or what, sentence by sentence.

        Reads news articles and op-eds, and tells the author's voice from those of the
        people quoted.

        Example: standpoint run article.txt

        Exit codes: 0 success, 1 failure, 2 a mistake in the command line or the
        configuration.

        USAGE: standpoint <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        PIPELINE SUBCOMMANDS:
          run                     Analyse articles: start a pipeline, hand them in,
                                  wait, print the result, end the pipeline.
          up                      Keep a local pipeline running: a queue and its
                                  workers, each started again when it dies.
          submit                  Hand articles to a running pipeline.
          watch                   Hand in what appears in folders, until a signal ends
                                  it.

        QUERY SUBCOMMANDS:
          status                  Say how many articles are at which stage, and which
                                  workers are there.
          results                 Print the articles that are done, in the order in
                                  which they became so.
          article                 Print one article: where it is, and the document so
                                  far.
          dead                    List, show, retry or drop dead letters: articles that
                                  were given up.
          audit                   Prove that no article was lost or doubled.
          config                  Print the settings in force, and where each comes
                                  from.
          keys                    Make and show the CURVE keys by which queue, workers
                                  and clients know each other.

        OFFLINE SUBCOMMANDS:
          analyze                 Say who takes which stance toward whom: all three
                                  stages in one process, with no queue.
          extract                 Extract articles: title, authors, date, and clean
                                  text in blocks.
          segment                 Cut text into sentences.
          score                   Score the stance of a sentence toward given mentions
                                  in it.
          evaluate                Measure a stage against data labelled by people.

          See 'standpoint help <subcommand>' for detailed help.

        """
}
