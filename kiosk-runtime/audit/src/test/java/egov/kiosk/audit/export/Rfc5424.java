package egov.kiosk.audit.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** A reader of syslog messages written from the grammar of RFC 5424, section 6, alone. */
public final class Rfc5424 {
  int facility;
  int severity;
  String time;
  String host;
  String application;
  String process;
  String id;
  public final Map<String, Map<String, String>> data = new LinkedHashMap<>();
  String text = "";

  private final String all;
  private int at;

  private Rfc5424(String all) {
    this.all = all;
  }

  public static Rfc5424 read(String message) {
    Rfc5424 read = new Rfc5424(message);
    read.header();
    read.structuredData();
    if (read.at < message.length()) {
      read.expect(' ');
      read.text = message.substring(read.at);
    }
    return read;
  }

  private void header() {
    expect('<');
    String priority = until('>', 3);
    check(priority.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(priority) <= 191, "PRIVAL");
    facility = Integer.parseInt(priority) / 8;
    severity = Integer.parseInt(priority) % 8;
    check(until(' ', 3).equals("1"), "VERSION");
    time = until(' ', 40);
    check(
        time.matches(
            "[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
                + "(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"),
        "TIMESTAMP");
    host = printable(255);
    application = printable(48);
    process = printable(128);
    id = printable(32);
  }

  private String printable(int longest) {
    String word = until(' ', longest);
    check(
        !word.isEmpty() && word.chars().allMatch(unit -> unit >= 33 && unit <= 126),
        "PRINTUSASCII");
    return word;
  }

  private void structuredData() {
    check(peek() == '[', "at least one element");
    while (at < all.length() && peek() == '[') {
      at++;
      StringBuilder name = new StringBuilder();
      while (peek() != ' ' && peek() != ']') {
        name.append(next());
      }
      check(name.toString().matches("[!#-<>-\\\\^-~]{1,32}@[1-9][0-9]*"), "SD-ID " + name);
      Map<String, String> parameters = new LinkedHashMap<>();
      while (peek() == ' ') {
        at++;
        String parameter = until('=', 32);
        check(parameter.matches("[!#-<>-\\\\^-~]{1,32}"), "PARAM-NAME");
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
          check(peek() != ']', "] is escaped");
          value.append(peek() == '\\' ? escaped() : next());
        }
        at++;
        check(parameters.put(parameter, value.toString()) == null, "one parameter a name");
      }
      expect(']');
      check(data.put(name.toString(), parameters) == null, "an SD-ID once");
    }
  }

  private char escaped() {
    at++;
    return next();
  }

  private String until(char end, int longest) {
    int stop = all.indexOf(end, at);
    check(stop >= 0 && stop - at <= longest, "a part ends with " + end);
    String part = all.substring(at, stop);
    at = stop + 1;
    return part;
  }

  private char peek() {
    check(at < all.length(), "not cut short");
    return all.charAt(at);
  }

  private char next() {
    char unit = peek();
    at++;
    return unit;
  }

  private void expect(char unit) {
    check(next() == unit, "expected " + unit);
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException("not RFC 5424: " + what);
    }
  }
}
