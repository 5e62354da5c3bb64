package egov.kiosk.facepacks.calibration;

import java.util.Arrays;

/** Numbers, one after another. */
final class Growing {
  private float[] values = new float[1024];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count] = (float) value;
    count++;
  }

  float[] values() {
    return Arrays.copyOf(values, count);
  }
}
