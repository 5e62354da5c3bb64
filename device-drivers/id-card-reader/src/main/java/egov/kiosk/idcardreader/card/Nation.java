package egov.kiosk.idcardreader.card;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The nations of China (民族) by their two-digit codes on cards, GB/T 3304. */
public final class Nation {
  private static final Map<String, String> LABELS = labels();

  private Nation() {}

  /**
   * The Chinese word for a code, e.g. {@code 汉} for {@code 01}; the code itself when the standard
   * does not have it, because such cards are in the field.
   */
  public static String label(String code) {
    return LABELS.getOrDefault(code, code);
  }

  /** All codes with their words, ordered by code; cannot be changed. */
  public static Map<String, String> all() {
    return LABELS;
  }

  private static Map<String, String> labels() {
    // The codes 01 to 56 run without a gap.
    String[] inOrder = {
      "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克",
      "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌",
      "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固",
      "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺"
    };
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < inOrder.length; i++) {
      labels.put(String.format("%02d", i + 1), inOrder[i]);
    }
    labels.put("97", "其他");
    labels.put("98", "外国血统中国籍人士");
    return Collections.unmodifiableMap(labels);
  }
}
