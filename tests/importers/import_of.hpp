// import_of.hpp: shorthands for the importers' tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// The Import of `bytes`; stops the test where the document is refused.
inline Import import_of(std::string_view bytes, std::string_view format,
                        std::string_view name = "a.txt") {
  auto import = import_document(make_document(std::string(name), std::string(bytes)),
                                {.format = std::string(format)});
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

/// The message with which the whole document is refused, or "accepted".
inline std::string refusal_of(std::string_view bytes, std::string_view format,
                              std::string_view name = "a.txt") {
  const auto import = import_document(make_document(std::string(name), std::string(bytes)),
                                      {.format = std::string(format)});
  return import ? "accepted" : message(import.error());
}

/// "2026-09-01 -12.34 1000.00|" for each entry: day, amount and, where there is one, balance.
inline std::string entries_of(const Import& import) {
  std::string text;
  for (const Transaction& entry : import.transactions) {
    text += entry.booked_at.text() + " " + entry.amount.plain();
    if (entry.balance) text += " " + entry.balance->plain();
    text += "|";
  }
  return text;
}

/// The message of the only rejection.
inline std::string rejection_of(const Import& import) {
  EXPECT_EQ(import.rejections.size(), 1U);
  return import.rejections.size() == 1 ? message(import.rejections.front().error) : "";
}

}  // namespace recoup
