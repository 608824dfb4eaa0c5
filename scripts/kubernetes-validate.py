"""Answers for compare-kubernetes-validate.mjs what kubernetes-validate says of objects, all of it and not only the first.

Reads one JSON value a line, `[key, object]`, and writes one, `[key, complaints]`; no complaints at all, `null`, for a kind
without a schema.
"""

import json
import re
import sys

import jsonschema
from kubernetes_validate import utils, version
from referencing import Registry, Resource

RELEASE = ".".join(version.__version__.split(".")[:2])
FOLDER = f"kubernetes-json-schema/v{RELEASE}.0-local-strict"

definitions = utils.schema_contents(f"{FOLDER}/_definitions.json", RELEASE)
registry = Resource.from_contents(definitions) @ Registry()
validators = {}


def validator_of(api_version, kind):
    domain = api_version.partition("/")[0].partition(".")[2]
    if not kind[:1].isupper() or (domain != "" and not domain.endswith("k8s.io")):
        return None
    group = re.sub(r"^([^./]*)(?:\.[^/]*)?/", r"\1-", api_version)
    name = f"{FOLDER}/{kind.lower()}-{group}.json"
    if name not in validators:
        try:
            schema = utils.schema_contents(name, RELEASE)
        except FileNotFoundError:
            validators[name] = None
        else:
            with_schema = Resource.from_contents(schema) @ registry
            validators[name] = jsonschema.Draft202012Validator(schema, registry=with_schema)
    return validators[name]


def without_nothing(value):
    """A field that is null is as good as not there."""
    if isinstance(value, dict):
        return {key: without_nothing(each) for key, each in value.items() if each is not None}
    return [without_nothing(each) for each in value] if isinstance(value, list) else value


def complaints_of(error):
    path = ".".join(str(step) for step in error.path)
    if error.validator == "additionalProperties":
        return [f"{path} unknown {key}" for key in error.instance if key not in error.schema.get("properties", {})]
    if error.validator == "required":
        return [f"{path} missing {key}" for key in error.validator_value if key not in error.instance]
    if error.validator in ("type", "oneOf"):
        return [f"{path} type"]
    return []


print(json.dumps(version.__version__), flush=True)
for line in sys.stdin:
    key, document = json.loads(line)
    validator = validator_of(str(document.get("apiVersion")), str(document.get("kind")))
    found = None
    if validator is not None:
        found = sorted({each for error in validator.iter_errors(without_nothing(document)) for each in complaints_of(error)})
    print(json.dumps([key, found]), flush=True)
