"""Prints the properties that replace a resource, by type, from the registry's schemas that cfn-lint carries."""

import json
import sys

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER


def replacing_properties(resource_type):
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema
    paths = schema.get("createOnlyProperties", []) + schema.get("conditionalCreateOnlyProperties", [])
    return sorted(path.removeprefix("/properties/") for path in paths)


json.dump({each: replacing_properties(each) for each in json.load(sys.stdin)}, sys.stdout)
