package egov.kiosk.platform.books;

import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Names and sample rows, read from the files beside this class. */
final class SampleTexts {
  private final Properties names;
  private final Properties rows;
  private final Properties certificates;

  SampleTexts() throws IOException {
    names = read("sample-names.properties");
    rows = read("sample-rows.properties");
    certificates = read("sample-certificates.properties");
  }

  /** What citizens call an item. */
  String item(String code) {
    return names.getProperty("item." + code, code);
  }

  /** What citizens call a paper. */
  String material(String id) {
    return names.getProperty("material." + id, id);
  }

  /** What citizens call a licence, null for a type that nobody issues here. */
  String licence(String type) {
    return names.getProperty("licence." + type);
  }

  /** Whether an item ends in a certificate that is printed at the kiosk. */
  boolean issues(String code) {
    return certificates.containsKey(code);
  }

  /** A certificate's title, issuer and rows; null when nobody has such a one. */
  String certificate(String key) {
    return certificates.getProperty(key);
  }

  /** The sample answer to a question about an item. */
  List<Row> rows(String code) {
    return list(rows.getProperty(code, "查到的记录:1条（示例）"));
  }

  /** Rows with | between: label:value, and ! before a label whose value is masked. */
  static List<Row> list(String text) {
    List<Row> list = new ArrayList<>();
    for (String row : text.split("\\|", -1)) {
      boolean sensitive = row.startsWith("!");
      String[] parts = (sensitive ? row.substring(1) : row).split(":", 2);
      list.add(new Row(parts[0], parts[1], sensitive));
    }
    return list;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = SampleTexts.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
