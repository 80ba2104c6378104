"""A JSON schema asked of thousands of documents that differ from one another in a single place."""
# SPDX-License-Identifier: Apache-2.0
#
# The documents share all parts but those on the way to the change, so that what was found of a part
# once holds for all of them: parts are known by their identity. Nothing is asked less strictly; it
# is only not asked again.


def nodes(value, path=()):
    """Every value of a document with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from nodes(part, path + (key,))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from nodes(part, path + (index,))


def alter(document, path, change):
    """A document in which one value is another, or the last key is new; it shares all that is not
    on the way to it."""
    if not path:
        return change(document)
    copied = document.copy()
    new = isinstance(document, dict) and path[0] not in document
    copied[path[0]] = alter(None if new else document[path[0]], path[1:], change)
    return copied


def without(document, path):
    """A document in which one key is missing."""
    return alter(document, path[:-1], lambda parent: {
        key: value for key, value in parent.items() if key != path[-1]})


class QuickSchema:
    """Whether variants of one document are valid."""

    KEYWORDS = ('$ref', 'additionalProperties', 'allOf', 'anyOf', 'items', 'oneOf',
                'patternProperties', 'properties', 'uniqueItems')

    def __init__(self, schema, document):
        from jsonschema import Draft202012Validator as Draft
        from jsonschema.validators import extend
        self.document = document  # alive, so that no other value can take an identity
        self.shared = {id(value) for _, value in nodes(document)
                       if isinstance(value, (dict, list))}
        self.known = {}
        self.validator = extend(Draft, {
            name: self.remember(name, Draft.VALIDATORS[name]) for name in self.KEYWORDS})(schema)

    def remember(self, name, keyword):
        """A keyword of the schema that is worked out once for each shared part."""
        def ask(validator, value, instance, schema):
            if id(instance) not in self.shared:
                yield from keyword(validator, value, instance, schema) or ()
                return
            key = name, id(schema), id(instance)
            if key not in self.known:
                self.known[key] = next(iter(keyword(validator, value, instance, schema) or ()),
                                       None)
            if self.known[key] is not None:
                yield self.known[key]
        return ask

    def is_valid(self, variant):
        return self.validator.is_valid(variant)
