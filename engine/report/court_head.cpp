#include <array>

#include "code_point.hpp"
#include "court_html.hpp"
#include "court_style.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/markup_text.hpp"

namespace recoup {
namespace {

/// Base64 with padding (RFC 4648 section 4), in which a policy names the digest of a style.
std::string base64(const Digest& digest) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < digest.bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = (group << 8U) | (at + i < digest.bytes.size() ? digest.bytes[at + i] : 0U);
    }
    for (const unsigned shift : std::array<unsigned, 4>{18, 12, 6, 0}) {
      out += alphabet[(group >> shift) & 0x3FU];
    }
  }
  // 32 bytes are ten groups and two bytes: the last letter stands for no bits of them.
  out.back() = '=';
  return out;
}

/// `text` as a string of CSS: everything but letters, digits and blanks as an escape.
std::string css_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : seen(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain =
        is_digit(c) || c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
    if (is_plain) {
      out += c;
      continue;
    }
    out += '\\';
    out += digits[byte >> 4U];
    out += digits[byte & 0x0FU];
    out += ' ';
  }
  return out + "\"";
}

/// The style with what stands at the edges of every page.
std::string style_of(const TitleBlock& title) {
  std::string foot = title.case_id;
  if (!title.document_id.empty()) foot += (foot.empty() ? "" : ", ") + title.document_id;
  const std::string letter = "font: 7.5pt Georgia, \"Liberation Serif\", serif; color: #444; ";
  std::string edges = "@page { size: A4; margin: 22mm 20mm 24mm; ";
  if (!title.marking.empty()) {
    edges += "@top-center { content: " + css_text(title.marking) + "; " + letter + "} ";
  }
  edges += "@bottom-left { content: " + css_text(foot) + "; " + letter + "} ";
  edges += "@bottom-right { content: \"Page \" counter(page) \" of \" counter(pages); " + letter +
           "} }\n";
  return "\n" + edges + "@page across { size: A4 landscape; margin: 18mm 18mm 20mm; }" +
         std::string(court_style);
}

}  // namespace

std::string head_html(const CourtDocument& document) {
  const std::string style = style_of(document.title);
  std::string title = document.title.title;
  if (!document.title.case_id.empty()) title += ": " + document.title.case_id;
  return "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'sha256-" +
         base64(sha256(style)) +
         "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" "
         "content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n" +
         element("title", "", markup_text(title)) + "\n" + element("style", "", style) +
         "\n</head>\n";
}

std::vector<CourtParticular> particulars(const TitleBlock& title) {
  std::vector<CourtParticular> all = title.further;
  all.insert(all.end(), {{"Case", title.case_id},
                         {"Name of case", title.case_name},
                         {"Operation", title.operation},
                         {"Prepared by", title.prepared_by},
                         {"As at", title.as_at},
                         {"Program", title.program_version},
                         {"Schema", title.schema_version},
                         {"Rule pack", title.pack_version},
                         {"Document", title.document_id}});
  std::erase_if(all, [](const CourtParticular& particular) { return particular.value.empty(); });
  return all;
}

std::string title_html(const TitleBlock& title) {
  std::string list;
  for (const CourtParticular& particular : particulars(title)) {
    list += element("dt", "", markup_text(particular.name)) +
            element("dd", "", markup_text(particular.value)) + "\n";
  }
  std::string out;
  if (!title.marking.empty()) {
    out += element("p", " class=\"marking\"", markup_text(title.marking)) + "\n";
  }
  out += element("h1", "", markup_text(title.title)) + "\n";
  return element("header", "", "\n" + out + element("dl", " class=\"particulars\"", "\n" + list)) +
         "\n";
}

}  // namespace recoup
