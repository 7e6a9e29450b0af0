import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { utf8Of } from "../../../src/readers/arm-template/functions/bytes.ts";
import { sha1 } from "../../../src/readers/arm-template/functions/sha1.ts";
import { valueOf } from "./evaluated.ts";

/** Texts, numbers and objects that the pages of Microsoft's documentation show as results, function by function. */
const members = {
  parameters: {
    list: { type: "array", defaultValue: ["one", "two", "three"] },
    ints: { type: "array", defaultValue: [0, 3, 2, 5, 4] },
    object: { type: "object", defaultValue: { one: "a", two: "b", three: "c" } },
    other: { type: "object", defaultValue: { two: "b", three: "z" } },
    dogs: {
      type: "array",
      defaultValue: [
        { name: "Evie", age: 5, interests: ["Ball", "Frisbee"] },
        { name: "Casper", age: 3, interests: ["Other dogs"] },
        { name: "Indy", age: 2, interests: ["Butter"] },
        { name: "Kira", age: 8, interests: ["Rubs"] },
      ],
    },
    nothing: { type: "object", defaultValue: {} },
    nulled: { type: "object", defaultValue: { first: null, second: null, third: "here" } },
  },
  variables: {
    nested: "[createArray(createArray('a', 'b'), createArray('c'))]",
  },
};

it.each([
  // array
  ["array(1)", [1]],
  ["array('efgh')", ["efgh"]],
  ["array(parameters('nothing'))", [{}]],
  ["array(parameters('list'))", ["one", "two", "three"]],
  ["concat('prefix', '-', 5, true())", "prefix-5True"],
  ["concat(createArray('1-1'), createArray('2-1', '2-2'))", ["1-1", "2-1", "2-2"]],
  ["contains('OneTwoThree', 'e')", true],
  ["contains('OneTwoThree', 'z')", false],
  ["contains(parameters('object'), 'ONE')", true],
  ["contains(parameters('list'), 'two')", true],
  ["contains(parameters('list'), 'TWO')", false],
  ["contains(createArray(1, 2), 2)", true],
  ["createArray(1, 'b', createArray('c'))", [1, "b", ["c"]]],
  ["createArray()", []],
  ["empty(parameters('nothing'))", true],
  ["empty('')", true],
  ["empty(createArray())", true],
  ["empty(null())", true],
  ["empty(parameters('object'))", false],
  ["first(parameters('list'))", "one"],
  ["first('One Two Three')", "O"],
  ["last(parameters('list'))", "three"],
  ["last('One Two Three')", "e"],
  ["flatten(variables('nested'))", ["a", "b", "c"]],
  ["indexOf(parameters('list'), 'two')", 1],
  ["indexOf('abcdef', 'CD')", 2],
  ["indexOf('abcdef', 'z')", -1],
  ["lastIndexOf(createArray('one', 'two', 'one'), 'one')", 2],
  ["lastIndexOf('test', 't')", 3],
  ["lastIndexOf('abcdef', 'z')", -1],
  ["indexFromEnd(parameters('list'), 1)", "three"],
  ["tryIndexFromEnd(parameters('list'), 3)", "one"],
  ["tryIndexFromEnd(parameters('list'), 4)", null],
  ["intersection(parameters('object'), parameters('other'))", { two: "b" }],
  ["intersection(createArray('one', 'two', 'three'), createArray('two', 'three'))", ["two", "three"]],
  ["length(parameters('list'))", 3],
  ["length('One Two Three')", 13],
  ["length(parameters('object'))", 3],
  ["max(parameters('ints'))", 5],
  ["max(0, 3, 2, 5, 4)", 5],
  ["min(parameters('ints'))", 0],
  ["min(3, 2)", 2],
  ["range(5, 3)", [5, 6, 7]],
  ["range(0, 0)", []],
  ["skip(parameters('list'), 2)", ["three"]],
  ["skip('one two three', 4)", "two three"],
  ["skip('one', 9)", ""],
  ["take(parameters('list'), 2)", ["one", "two"]],
  ["take('one two three', 2)", "on"],
  ["take(parameters('list'), -1)", []],
  ["union(parameters('object'), parameters('other'))", { one: "a", two: "b", three: "z" }],
  [
    "union(createObject('a', createObject('b', 1, 'c', 2)), createObject('a', createObject('c', 3)))",
    { a: { b: 1, c: 3 } },
  ],
  ["union(createArray('one', 'two'), createArray('two', 'three'))", ["one", "two", "three"]],
  // cidr
  [
    "parseCidr('10.144.0.0/20')",
    {
      network: "10.144.0.0",
      netmask: "255.255.240.0",
      broadcast: "10.144.15.255",
      firstUsable: "10.144.0.1",
      lastUsable: "10.144.15.254",
      cidr: 20,
    },
  ],
  [
    "map(range(0, 5), lambda('i', cidrSubnet('10.144.0.0/20', 24, lambdaVariables('i'))))",
    ["10.144.0.0/24", "10.144.1.0/24", "10.144.2.0/24", "10.144.3.0/24", "10.144.4.0/24"],
  ],
  ["cidrHost('10.144.3.0/24', 0)", "10.144.3.1"],
  ["cidrHost('10.144.3.0/24', 4)", "10.144.3.5"],
  ["cidrSubnet('fd00:a::/48', 64, 3)", "fd00:a:0:3::/64"],
  // comparison
  ["coalesce(parameters('nulled').first, parameters('nulled').second, parameters('nulled').third)", "here"],
  ["coalesce(null(), null())", null],
  ["equals(1, 1)", true],
  ["equals('a', 'A')", false],
  ["equals(1, '1')", false],
  ["equals(createArray('a', 'b'), createArray('a', 'b'))", true],
  ["equals(parameters('object'), parameters('other'))", false],
  ["equals(null(), null())", true],
  ["greater(1, 2)", false],
  ["greater('banana', 'apple')", true],
  ["greaterOrEquals(2, 2)", true],
  ["less(1, 2)", true],
  ["lessOrEquals('apple', 'banana')", true],
  // date
  ["dateTimeAdd('2023-01-01 00:00:00Z', 'P1Y')", "2024-01-01T00:00:00Z"],
  ["dateTimeAdd('2024-01-01 00:00:00Z', 'P1Y')", "2024-12-31T00:00:00Z"],
  ["dateTimeAdd('2023-02-01 00:00:00Z', 'P1M')", "2023-03-03T00:00:00Z"],
  ["dateTimeAdd('2024-02-01 00:00:00Z', 'P1M')", "2024-03-02T00:00:00Z"],
  ["dateTimeAdd('2020-04-07 14:53:14Z', '-P9D', 'yyyy-MM-dd')", "2020-03-29"],
  ["dateTimeAdd('2020-04-07 14:53:14Z', 'PT1H', 'HH:mm')", "15:53"],
  ["dateTimeFromEpoch(1683040573)", "2023-05-02T15:16:13Z"],
  ["dateTimeToEpoch('2023-05-02T15:16:13Z')", 1683040573],
  ["dateTimeToEpoch('2023-05-02T17:16:13+02:00')", 1683040573],
  ["utcNow('yyyy')", "2025"],
  ["utcNow()", "20250101T000000Z"],
  ["utcNow('d')", "01/01/2025"],
  // lambda
  [
    "filter(parameters('dogs'), lambda('dog', greaterOrEquals(lambdaVariables('dog').age, 5)))[1].name",
    "Kira",
  ],
  ["map(parameters('dogs'), lambda('dog', lambdaVariables('dog').name))", ["Evie", "Casper", "Indy", "Kira"]],
  [
    "map(createArray('a', 'b'), lambda('one', 'index', format('{0}{1}', lambdaVariables('one'), lambdaVariables('index'))))",
    ["a0", "b1"],
  ],
  [
    "groupBy(createArray('foo', 'bar', 'baz'), lambda('x', substring(lambdaVariables('x'), 0, 1)))",
    {
      f: ["foo"],
      b: ["bar", "baz"],
    },
  ],
  [
    "mapValues(createObject('foo', 'foo', 'bar', 'bar'), lambda('val', toUpper(lambdaVariables('val'))))",
    { foo: "FOO", bar: "BAR" },
  ],
  [
    "reduce(map(parameters('dogs'), lambda('dog', lambdaVariables('dog').age)), 0, lambda('cur', 'next', add(lambdaVariables('cur'), lambdaVariables('next'))))",
    18,
  ],
  [
    "map(sort(parameters('dogs'), lambda('a', 'b', less(lambdaVariables('a').age, lambdaVariables('b').age))), lambda('dog', lambdaVariables('dog').name))",
    ["Indy", "Casper", "Evie", "Kira"],
  ],
  [
    "toObject(parameters('dogs'), lambda('entry', lambdaVariables('entry').name), lambda('entry', lambdaVariables('entry').age))",
    { Evie: 5, Casper: 3, Indy: 2, Kira: 8 },
  ],
  ["toObject(createArray('a'), lambda('x', toUpper(lambdaVariables('x'))))", { A: "a" }],
  // logical
  ["and(bool('true'), bool('false'))", false],
  ["or(bool('true'), bool('false'))", true],
  ["or(false(), false(), true())", true],
  ["not(bool('true'))", false],
  ["bool(1)", true],
  ["bool('False')", false],
  ["if(equals('a', 'a'), 'yes', fail('never evaluated'))", "yes"],
  ["if(false(), parameters('none of this name'), json('null'))", null],
  // numeric
  ["add(5, 3)", 8],
  ["sub(7, 3)", 4],
  ["mul(5, 3)", 15],
  ["div(8, 3)", 2],
  ["div(-8, 3)", -2],
  ["mod(7, 3)", 1],
  ["mod(-7, 3)", -1],
  ["int('4')", 4],
  ["float('3.5')", 3.5],
  // object
  [
    "createObject('intProp', 1, 'boolProp', true(), 'nullProp', null())",
    { intProp: 1, boolProp: true, nullProp: null },
  ],
  [
    "items(createObject('item002', 2, 'item001', 1))",
    [
      { key: "item001", value: 1 },
      { key: "item002", value: 2 },
    ],
  ],
  ['json(\'{"a": "b"}\')', { a: "b" }],
  ["json('{''one'': ''a''}').one", "a"],
  ["json('true')", true],
  ["json('null')", null],
  ["null()", null],
  ["objectKeys(parameters('object'))", ["one", "three", "two"]],
  [
    "shallowMerge(createArray(createObject('a', createObject('b', 1)), createObject('a', createObject('c', 2))))",
    { a: { c: 2 } },
  ],
  ["tryGet(parameters('object'), 'two')", "b"],
  ["tryGet(parameters('object'), 'four', 'five')", null],
  ["tryGet(parameters('list'), 0)", "one"],
  ["tryGet(parameters('list'), 7)", null],
  // string
  ["base64('one, two, three')", "b25lLCB0d28sIHRocmVl"],
  ["base64ToString('b25lLCB0d28sIHRocmVl')", "one, two, three"],
  ["base64ToJson(base64('{''one'': ''a'', ''two'': ''b''}'))", { one: "a", two: "b" }],
  ["base64ToString(base64('é€𝄞'))", "é€𝄞"],
  ["dataUri('Hello')", "data:text/plain;charset=utf8;base64,SGVsbG8="],
  ["dataUriToString('data:;base64,SGVsbG8sIFdvcmxkIQ==')", "Hello, World!"],
  ["endsWith('abcdef', 'F')", true],
  ["startsWith('abcdef', 'AB')", true],
  ["startsWith('abcdef', 'e')", false],
  [
    "format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133)",
    "Hello, User. Formatted number: 8,175,133",
  ],
  ["format('{0:D4}|{0:X}|{0:000}|{1,5}|{1,-3}|{{{0}}}', 42, 'ab')", "0042|2A|042|   ab|ab |{42}"],
  ["format('{0}', true())", "True"],
  ["join(createArray('one', 'two', 'three'), ';')", "one;two;three"],
  ["join(range(1, 3), '-')", "1-2-3"],
  ["padLeft('123', 10, '0')", "0000000123"],
  ["padLeft(5, 3)", "  5"],
  ["replace('123-123-1234', '-', '')", "1231231234"],
  ["replace('123-123-1234', '1234', 'xxxx')", "123-123-xxxx"],
  ["split('one,two,three', ',')", ["one", "two", "three"]],
  ["split('one;two,three', createArray(',', ';'))", ["one", "two", "three"]],
  ["string(5)", "5"],
  ["string(true())", "True"],
  ["string(createArray('a', 'b'))", '["a","b"]'],
  ["string(createObject('a', 1))", '{"a":1}'],
  ["substring('one two three', 4, 3)", "two"],
  ["substring('one two three', 4)", "two three"],
  ["toLower('One Two Three')", "one two three"],
  ["toUpper('One Two Three')", "ONE TWO THREE"],
  ["trim('    one two three   ')", "one two three"],
  [
    "uri('http://contoso.com/resources/', 'nested/azuredeploy.json')",
    "http://contoso.com/resources/nested/azuredeploy.json",
  ],
  ["uri('http://contoso.org/firstpath', 'myscript.sh')", "http://contoso.org/myscript.sh"],
  [
    "uri('http://contoso.org/firstpath/azuredeploy.json', 'myscript.sh')",
    "http://contoso.org/firstpath/myscript.sh",
  ],
  [
    "uri('http://contoso.org/firstpath/azuredeploy.json/', 'myscript.sh')",
    "http://contoso.org/firstpath/azuredeploy.json/myscript.sh",
  ],
  ["uri('http://contoso.org/a/b/', '../c.json')", "http://contoso.org/a/c.json"],
  [
    "uriComponent('http://contoso.com/resources/nested/azuredeploy.json')",
    "http%3A%2F%2Fcontoso.com%2Fresources%2Fnested%2Fazuredeploy.json",
  ],
  ["uriComponentToString('http%3A%2F%2Fcontoso.com%2Fnested')", "http://contoso.com/nested"],
  // language
  ["PARAMETERS('LIST')[1]", "two"],
  ["parameters('object').ONE", "a"],
  ["parameters('object')['two']", "b"],
  ["parameters('object').?four", null],
  ["parameters('object').?four.?five", null],
  ["parameters('list')[?9]", null],
  ["'it''s'", "it's"],
  ["-5", -5],
  [" concat ( 'a' ,\n 'b' ) ", "ab"],
] as const)("%s", (expression, expected) => {
  const { value, errors } = valueOf(`[${expression}]`, members);

  expect(errors).toEqual([]);
  expect(value).toEqual(expected);
});

it.each([
  ["[[escaped]", "[escaped]", "an extra bracket keeps a text"],
  ["[not closed", "[not closed", "only one bracket"],
  ["plain", "plain", "no bracket"],
  ["", "", "empty"],
])("takes %s as a text: %3$s", (written, expected) => {
  expect(valueOf(written).value).toBe(expected);
});

it.each([
  ["concat('a'", "A ) is missing before the end of the expression."],
  ["concat('a')x", "x stands after the end of the expression."],
  ["concat('a", "The text 'a is not closed."],
  ["foo", "foo is neither a function call nor a text in single quotes."],
  ["conat('a')", "There is no function conat; concat is close."],
  ["add(1)", "add takes 2 arguments, and gets 1."],
  ["add(1, 'b')", "add takes a whole number as argument 2, and gets 'b'."],
  ["div(1, 0)", "div divides by 0."],
  ["parameters('lst')", "There is no parameter lst here; list is close."],
  ["parameters('list')[3]", "The array has 3 items, counted from 0, and so none at [3]."],
  ["parameters('other').four", "The object has no 'four': it has only two, three."],
  ["substring('one', 2, 5)", "substring asks for 5 characters from 2 on, and 'one' has 3."],
  ["range(0, 10001)", "range gives 0 to 10000 numbers, and is asked for 10001."],
  ["format('{2}', 'a')", "The format asks for {2}, and 1 values are given."],
  ["cidrSubnet('10.0.0.0/24', 26, 4)", "10.0.0.0/24 has no /26 with the number 4, counted from 0."],
  ["if('yes', 1, 2)", "if takes true or false, and gets 'yes'."],
  ["json('{')", "json takes JSON, and '{' is none."],
  ["copyIndex()", "copyIndex stands in no copy."],
  ["fail('never here')", "The template refuses: never here"],
  [
    "add(9007199254740993, 1)",
    "9007199254740993 is larger than the whole numbers that can be counted exactly.",
  ],
  ["mul(9007199254740991, 2000)", "18014398509481982000 does not fit into the 64 bits of a whole number."],
])("says what is wrong with %s", (expression, message) => {
  const { errors } = valueOf(`[${expression}]`, members);

  expect(errors).toEqual([message]);
});

it("keeps a number that is not exact for unknown, and never rounds it", () => {
  expect(valueOf("[mul(4611686018427387, 2000)]").value).toMatchObject({
    kind: "unknown",
    because: "9223372036854774000 is larger than the whole numbers that can be counted exactly",
  });
});

it("makes the same stand-ins every time, in Azure's form", () => {
  const unique = valueOf("[uniqueString('a', 'b')]").value;

  expect(unique).toMatch(/^[a-z2-7]{13}$/);
  expect(valueOf("[uniqueString('a', 'b')]").value).toBe(unique);
  expect(valueOf("[uniqueString('a', 'c')]").value).not.toBe(unique);
  expect(valueOf("[uniqueString(resourceGroup().location)]").value).toMatch(/^[a-z2-7]{13}$/);
});

it("makes name-based ids, of the names joined by dashes", () => {
  const made = valueOf("[guid('a', 'b')]").value;

  expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(made).toBe(valueOf("[guid('a-b')]").value);
});

const hex = (text: string) =>
  sha1(utf8Of(text))
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

it("hashes as RFC 3174 does", () => {
  expect(hex("abc")).toBe("a9993e364706816aba3e25717850c26c9cd0d89d");
  expect(hex("")).toBe("da39a3ee5e6b4b0d3255bfef95601890afd80709");
  expect(hex("a".repeat(1000))).toBe(createHash("sha1").update("a".repeat(1000)).digest("hex"));
});
