#include "item_types.hpp"

#include <set>

#include "boxed_reader.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/expression.hpp"

namespace recoup {
namespace {

/// Makes types of item definitions, each after those that it names.
class ItemTypes {
 public:
  ItemTypes(const Element& definitions, FeelTypes& types) : types_(&types) {
    for (const Element* item : definitions.children_named("itemDefinition")) {
      tags_[normal_name(item->attribute("name"))] = item;
    }
  }

  Result<void> make_all() {
    for (const auto& [name, tag] : tags_) {
      if (auto done = make(name, *tag); !done) return done;
    }
    return {};
  }

 private:
  Result<void> make(const std::string& name, const Element& tag) {
    if (made_.contains(name)) return {};
    constexpr std::size_t depth_max = 100;
    if (!open_.insert(name).second || open_.size() > depth_max) {
      return at_line({ErrorCode::contradiction,
                      quoted(name) + " is part of itself",
                      "types that end somewhere",
                      {}},
                     tag);
    }
    RECOUP_TRY(type, type_of_tag(tag));
    open_.erase(name);
    made_.insert(name);
    (*types_)[name] = type;
    return {};
  }

  Result<FeelTypePtr> named(const std::string& name) {
    const std::string plain = normal_name(name);
    const std::string first = plain.substr(0, plain.find('.'));
    for (const std::string& candidate : {plain, first}) {
      const auto tag = tags_.find(candidate);
      if (tag == tags_.end()) continue;
      if (auto done = make(candidate, *tag->second); !done) return done.error();
      break;
    }
    const FeelTypePtr found = type_named(plain, *types_);
    return found ? found : built_in_types().find("Any")->second;
  }

  // The depth of components is bounded by that of the XML.
  Result<FeelTypePtr> type_of_tag(const Element& tag) {
    RECOUP_TRY(base, base_of(tag));
    FeelType type = *base;
    const bool is_collection = tag.attribute("isCollection") == "true";
    if (auto done = allow(tag, "allowedValues", type); !done) return done.error();
    if (is_collection) {
      type = FeelType{.kind = FeelType::Kind::list,
                      .parts = {std::make_shared<const FeelType>(std::move(type))}};
    }
    if (auto done = allow(tag, "typeConstraint", type); !done) return done.error();
    return FeelTypePtr(std::make_shared<const FeelType>(std::move(type)));
  }

  Result<FeelTypePtr> base_of(const Element& tag) {
    const auto components = tag.children_named("itemComponent");
    if (!components.empty()) {
      FeelType context{.kind = FeelType::Kind::context};
      for (const Element* component : components) {
        RECOUP_TRY(member, type_of_tag(*component));
        context.names.push_back(normal_name(component->attribute("name")));
        context.parts.push_back(member);
      }
      return FeelTypePtr(std::make_shared<const FeelType>(std::move(context)));
    }
    if (const Element* item = tag.child("functionItem")) return function_of(*item);
    return named(tag.child_text("typeRef"));
  }

  Result<FeelTypePtr> function_of(const Element& item) {
    FeelType function{.kind = FeelType::Kind::function};
    for (const Element* parameter : item.children_named("parameters")) {
      RECOUP_TRY(type, named(parameter->attribute("typeRef")));
      function.parts.push_back(type);
    }
    RECOUP_TRY(result, named(item.attribute("outputTypeRef")));
    function.parts.push_back(result);
    return FeelTypePtr(std::make_shared<const FeelType>(std::move(function)));
  }

  static Result<void> allow(const Element& tag, std::string_view child, FeelType& type) {
    const Element* values = tag.child(child);
    if (values == nullptr || values->child_text("text").empty()) return {};
    auto tests = UnaryTests::parse(values->child_text("text"), FeelScope{});
    if (!tests) return at_line(tests.error(), *values);
    type.allowed.push_back(std::make_shared<const UnaryTests>(std::move(tests).value()));
    return {};
  }

  FeelTypes* types_;
  std::map<std::string, const Element*> tags_;
  std::set<std::string> made_;
  std::set<std::string> open_;
};

void add_members(const Element& tag, std::vector<std::string>& names) {
  for (const Element* component : tag.children_named("itemComponent")) {
    names.push_back(normal_name(component->attribute("name")));
    add_members(*component, names);
  }
}

}  // namespace

Result<void> add_item_types(const Element& definitions, FeelTypes& types) {
  return ItemTypes(definitions, types).make_all();
}

std::vector<std::string> member_names(const Element& definitions) {
  std::vector<std::string> names;
  for (const Element* item : definitions.children_named("itemDefinition")) {
    add_members(*item, names);
  }
  return names;
}

}  // namespace recoup
