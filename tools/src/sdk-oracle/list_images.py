"""Prints what sagemaker.image_uris.retrieve answers, one JSON line for each question.

Asked are all frameworks whose list is on standard input (a JSON list of names), in all their purposes and versions, with
all that the lists let one choose, in the regions and on the instance types of the arguments.
"""

import functools
import json
import logging
import sys

logging.disable(logging.CRITICAL)

from sagemaker import image_uris, utils  # noqa: E402

# It reads its lists and botocore's endpoints anew for each answer; the answers do not change.
image_uris.config_for_framework = functools.cache(image_uris.config_for_framework)
utils._botocore_resolver = functools.cache(utils._botocore_resolver)


def scopes_of(config):
    if "versions" in config:
        return [(scope, config) for scope in config.get("scope", [])]
    return list(config.items())


def choices_of(framework, config, version):
    """The Python versions and base frameworks that a version leaves open."""
    if framework == "huggingface":
        aliases = config.get("version_aliases", {})
        bases = [key for key in config if key != "version_aliases"]
        for base in bases + list(aliases):
            for python in config[aliases.get(base, base)].get("py_versions") or [None]:
                yield python, base
        return
    if framework == "spark":
        yield None, None
        return
    by_python = [key for key in config if key.startswith("py") and isinstance(config[key], dict)]
    for python in config.get("py_versions") or by_python or [None]:
        yield python, None


def questions(frameworks, regions, instances):
    for framework in frameworks:
        for scope, config in scopes_of(image_uris.config_for_framework(framework)):
            aliases = config.get("version_aliases", {})
            for version in list(config["versions"]) + list(aliases):
                inner = config["versions"][aliases.get(version, version)]
                for python, base in choices_of(framework, inner, version):
                    for region in regions:
                        for instance in instances:
                            yield framework, scope, version, python, base, region, instance


def answer(framework, scope, version, python, base, region, instance):
    try:
        return image_uris.retrieve(
            framework,
            region,
            version=version,
            py_version=python,
            instance_type=instance,
            image_scope=scope,
            base_framework_version=base,
        )
    except (ValueError, KeyError, AttributeError, TypeError):
        return None


frameworks = json.load(sys.stdin)
regions, instances = (part.split(",") for part in sys.argv[1:3])
for question in questions(frameworks, regions, instances):
    print(json.dumps([*question, answer(*question)]))
