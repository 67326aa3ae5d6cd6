#include "type_inference.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

FeelTypePtr type_of_constant(const Value& value) {
  if (value.is_null()) return built_in_types().find("Null")->second;
  const auto known = built_in_types().find(type_name(value));
  return known == built_in_types().end() ? nullptr : known->second;
}

FeelTypePtr type_of_context(const FeelNode& node, const std::vector<std::string>& names,
                            const std::vector<FeelTypePtr>& types) {
  FeelType context{.kind = FeelType::Kind::context, .names = node.names};
  for (const FeelNodePtr& child : node.children) {
    FeelTypePtr member = type_of(*child, names, types);
    context.parts.push_back(member ? member : built_in_types().find("Any")->second);
  }
  return std::make_shared<FeelType>(std::move(context));
}

}  // namespace

FeelTypePtr type_of(const FeelNode& node, const std::vector<std::string>& names,
                    const std::vector<FeelTypePtr>& types) {
  if (node.kind == Kind::literal) return type_of_constant(node.constant);
  if (node.kind == Kind::context) return type_of_context(node, names, types);
  if (node.kind == Kind::name) {
    for (std::size_t i = 0; i < names.size() && i < types.size(); ++i) {
      if (names[i] == node.text) return types[i];
    }
  }
  return nullptr;
}

}  // namespace recoup
