#include "recoup/casework/read_pdf.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <filesystem>
#include <vector>

#include "child_process.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view child_name = "recoup-pdf-words";
constexpr std::size_t pdf_bytes_max = std::size_t{256} << 20U;

bool can_run(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

/// Beside the running program, or where a package puts programs that are not for people. Never
/// through PATH: what stands there may be anybody's.
std::string program_beside_this_one() {
  std::error_code failure;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (failure) return "";
  const std::filesystem::path here = self.parent_path();
  for (const auto& path :
       {here / child_name, here.parent_path() / "libexec" / "recoup" / child_name}) {
    if (can_run(path.string())) return path.string();
  }
  return "";
}

/// The sandbox shows the child the system's libraries and the child's own file, both read-only,
/// and nothing else: no /proc, no /dev, no /etc, no home, no network, no other process.
std::vector<std::string> sandboxed(const PdfReading& reading, const std::string& program) {
  std::vector<std::string> words = {reading.bubblewrap, "--unshare-all", "--die-with-parent",
                                    "--new-session",    "--cap-drop",    "ALL",
                                    "--ro-bind",        "/usr",          "/usr"};
  for (const char* name : {"lib", "lib64"}) {
    const std::string path = std::string("/") + name;
    std::error_code failure;
    if (std::filesystem::is_symlink(path, failure)) {
      words.insert(words.end(), {"--symlink", std::string("usr") + path, path});
    } else if (std::filesystem::exists(path, failure)) {
      words.insert(words.end(), {"--ro-bind", path, path});
    }
  }
  const std::string inside = "/" + std::string(child_name);
  words.insert(words.end(), {"--ro-bind", program, inside, "--chdir", "/", "--", inside});
  return words;
}

/// The first line of what a program wrote about itself.
std::string first_line(const std::string& text) {
  return std::string(trimmed(std::string_view(text).substr(0, text.find('\n'))));
}

Error no_sandbox(const std::string& why) {
  return Error{ErrorCode::not_permitted,
               "no sandbox for reading a PDF: " + why,
               "a machine that lets bubblewrap make namespaces, or the word --pdf-unsandboxed, by "
               "which a PDF is opened with limits on memory and time alone",
               {}};
}

Error over_limit(std::string found, const PdfReading& reading) {
  return Error{ErrorCode::out_of_range,
               std::move(found),
               "a PDF that is read with " + std::to_string(reading.memory_bytes_max >> 20U) +
                   " MiB of memory, in " + std::to_string(reading.processor_seconds_max) +
                   " seconds, into " + std::to_string(reading.output_bytes_max >> 20U) +
                   " MiB of words",
               {}};
}

Result<std::string> words_of(ChildOutcome outcome, const PdfReading& reading) {
  if (outcome.too_much) return over_limit("more words than a statement has", reading);
  if (outcome.too_long) return over_limit("a PDF that takes too long to read", reading);
  if (outcome.status == 0) return std::move(outcome.out);
  if (outcome.err.starts_with("bwrap:")) return no_sandbox(printable(first_line(outcome.err)));
  return over_limit("a PDF on which its reader ended with status " + std::to_string(outcome.status),
                    reading);
}

}  // namespace

Result<std::string> read_pdf_words(std::string_view pdf, const PdfReading& reading) {
  if (pdf.size() > pdf_bytes_max) {
    return over_limit("a PDF of " + std::to_string(pdf.size()) + " bytes", reading);
  }
  const std::string program = reading.program.empty() ? program_beside_this_one() : reading.program;
  if (!can_run(program)) {
    return Error{ErrorCode::not_found,
                 "no " + std::string(child_name) + " beside the program",
                 "the program that takes the words out of a PDF; it is installed with recoup",
                 {}};
  }
  ChildCommand command{{program},
                       reading.memory_bytes_max,
                       reading.output_bytes_max,
                       reading.processor_seconds_max,
                       reading.wall_seconds_max};
  if (reading.sandbox == PdfSandbox::bubblewrap) {
    if (!can_run(reading.bubblewrap)) {
      return Error{ErrorCode::not_found,
                   "bubblewrap is not installed",
                   "bubblewrap (" + reading.bubblewrap + "); PDF is not read without it",
                   {}};
    }
    command.words = sandboxed(reading, program);
  }
  RECOUP_TRY(outcome, run_child(command, pdf));
  return words_of(std::move(outcome), reading);
}

}  // namespace recoup
