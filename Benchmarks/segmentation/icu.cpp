// Cuts documents into sentences with ICU's rules for English, and measures how long that takes.
// usage: icu FILE PASSES; FILE holds for each document its length in bytes, a line feed, and that many bytes of UTF-8.
// Writes a line for each document with the ends of its sentences in code points, then the fastest pass in seconds of
// processor time. A pass takes UTF-8 and gives code points, as the other segmenters do; ICU works on UTF-16 between.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

int main(int count, char **arguments) {
    if (count != 3) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    std::vector<std::string> texts;
    for (std::string line; std::getline(file, line);) {
        texts.emplace_back(std::stoul(line), '\0');
        file.read(texts.back().data(), static_cast<std::streamsize>(texts.back().size()));
    }
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(icu::Locale::getUS(), status));
    if (U_FAILURE(status)) return 1;
    std::vector<std::vector<int32_t>> ends(texts.size());
    double fastest = 1e9;
    for (int pass = std::atoi(arguments[2]); pass > 0; --pass) {
        std::clock_t start = std::clock();
        for (size_t index = 0; index < texts.size(); ++index) {
            ends[index].clear();
            icu::UnicodeString text = icu::UnicodeString::fromUTF8(texts[index]);
            breaks->setText(text);
            int32_t last = 0, points = 0;
            for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
                points += text.countChar32(last, end - last);
                last = end;
                ends[index].push_back(points);
            }
        }
        fastest = std::min(fastest, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    for (const auto &document : ends) {
        for (int32_t end : document) std::cout << end << ' ';
        std::cout << '\n';
    }
    std::cout << fastest << '\n';
}
