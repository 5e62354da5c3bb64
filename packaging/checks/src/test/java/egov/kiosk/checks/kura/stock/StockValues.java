package egov.kiosk.checks.kura.stock;

import org.osgi.service.metatype.AttributeDefinition;

/** Texts to typed values, with the framework's own habits. */
final class StockValues {
  private StockValues() {}

  /** One value by the name of its type. */
  static Object one(String type, String text) {
    return switch (type) {
      case "Integer" -> Integer.valueOf(text);
      case "Long" -> Long.valueOf(text);
      case "Double" -> Double.valueOf(text);
      case "Boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  /** A value as it was typed on a page. */
  static Object typed(AttributeDefinition setting, String text) {
    if (setting.getCardinality() != 0) {
      return text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
    }
    return one(name(setting.getType()), text);
  }

  /** A declared default; none when it is empty, as the framework has it. */
  static Object first(AttributeDefinition setting) {
    String[] declared = setting.getDefaultValue();
    if (declared == null || declared.length == 0 || declared[0].isEmpty()) {
      return null;
    }
    return setting.getCardinality() == 0 ? one(name(setting.getType()), declared[0]) : declared;
  }

  private static String name(int type) {
    return switch (type) {
      case AttributeDefinition.INTEGER -> "Integer";
      case AttributeDefinition.LONG -> "Long";
      case AttributeDefinition.DOUBLE -> "Double";
      case AttributeDefinition.BOOLEAN -> "Boolean";
      default -> "String";
    };
  }
}
