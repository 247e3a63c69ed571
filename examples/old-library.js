// What libraries of 2005 to 2012 did to a page, in one file: Prototype, MooTools, early shims. Not one of them, but in their manner.
(function () {
  // JSON before browsers had it: with toJSON for everything, and a parser that takes no reviver.
  window.JSON = {
    stringify: function () { throw new Error("JSON.stringify is not what it was"); },
    parse: function () { throw new Error("JSON.parse is not what it was"); },
  };
  Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
  String.prototype.toJSON = function () { return "'" + this + "'"; };
  Object.toJSON = function (value) { return String(value); };

  // Names that were free then.
  window.Map = function Map(element) { this.element = element; };
  window.Set = function Set(list) { this.list = list; };
  window.Symbol = window.Symbol || {};
  window.Range = function Range(from, to) { this.from = from; this.to = to; };
  window.Template = window.Hash = function () {};

  // Arrays with other ideas: enumerable, and not what is in the standard by these names now.
  Array.from = function (list) { return list ? [list] : []; };
  Array.prototype.each = function (action) { for (var at = 0; at < this.length; at++) action(this[at]); return this; };
  Array.prototype.find = Array.prototype.detect = function () { return null; };
  Array.prototype.include = Array.prototype.includes = function () { return false; };
  Array.prototype.flat = Array.prototype.flatten = function () { return this; };
  Array.prototype.reduce = function (other) { return this.length > 1 ? this : this[0]; };
  Array.prototype.map = Array.prototype.collect = function () { throw new Error("map without Enumerable"); };
  Array.prototype.filter = Array.prototype.select = function () { throw new Error("filter without Enumerable"); };
  Array.prototype.some = Array.prototype.any = function () { throw new Error("some without Enumerable"); };
  Array.prototype.forEach = function () { throw new Error("forEach without Enumerable"); };
  Array.prototype.entries = Array.prototype.keys = function () { return this; };

  console.warn = null;

  Function.prototype.bind = function (context) { var method = this; return function () { return method.apply(context); }; };
  String.prototype.startsWith = String.prototype.endsWith = function () { return false; };
  String.prototype.replaceAll = String.prototype.trim = function () { return "?"; };
  Object.keys = function (object) { var keys = []; for (var key in object) keys.push(key); return keys; };
  Object.extend = function (to, from) { for (var key in from) to[key] = from[key]; return to; };
  Element.prototype.addClassName = Element.prototype.update = function () { return this; };
})();
