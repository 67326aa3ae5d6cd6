// schema_sql.hpp: the words of each step of the schema.
#pragma once

namespace recoup {

/// The tables of schema 1 in an empty database, and what makes each older schema the next. What a
/// release contained is never changed.
[[nodiscard]] const char* first_schema_sql();
[[nodiscard]] const char* second_schema_sql();
[[nodiscard]] const char* third_schema_sql();

}  // namespace recoup
