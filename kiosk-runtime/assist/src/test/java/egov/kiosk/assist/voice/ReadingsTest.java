package egov.kiosk.assist.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
  private final Readings readings = Tables.DATA.readings();

  @ParameterizedTest
  @CsvSource({
    "银行, yin2 hang2",
    "行政, xing2 zheng4",
    "还款, huan2 kuan3",
    "还在, hai2 zai4",
    "重庆, chong2 qing4",
    "重要, zhong4 yao4",
    "重新, chong2 xin1",
    "长期, chang2 qi1",
    "家长, jia1 zhang3",
    "请把身份证放好, qing3 ba3 shen1 fen4 zheng4 fang4 hao3",
    "只给社保平台, zhi3 gei3 she4 bao3 ping2 tai2",
    "一只, yi4 zhi1",
    "为了办理, wei4 le5 ban4 li3",
    "参保, can1 bao3",
    "核对, he2 dui4",
    "会计, kuai4 ji4",
    "首都, shou3 du1",
    "音乐, yin1 yue4",
    "快乐, kuai4 le4",
    "厦门, xia4 men2",
    "会, hui4",
    "便民, bian4 min2",
    "便宜, pian2 yi5",
    "转账, zhuan3 zhang4",
    "量血压, liang2 xue4 ya1",
    "数字, shu4 zi4",
    "发票, fa1 piao4",
    "头发, tou2 fa5",
    "照相, zhao4 xiang4",
    "种类, zhong3 lei4",
    "大夫, dai4 fu5",
    "差一点, cha4 yi4 dian3",
    "出差, chu1 chai1",
    "应该, ying1 gai1",
    "反应, fan3 ying4",
    "睡觉, shui4 jiao4",
    "觉得, jue2 de5",
    "调查, diao4 cha2",
    "空调, kong1 tiao2",
    "拿走, na2 zou3",
    "一会儿, yi2 hui4 r5",
    "不要, bu2 yao4",
    "不同意, bu4 tong2 yi4",
    "一次, yi2 ci4",
    "第一次, di4 yi1 ci4",
    "绿色, lv4 se4",
    "女儿, nv3 er2",
    "旅客, lv3 ke4"
  })
  void word_isReadAsPeopleSayIt(String word, String syllables) {
    assertEquals(syllables, String.join(" ", readings.read(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "单雄信, shan4",
    "仇英, qiu2",
    "区小明, ou1",
    "查良镛, zha1",
    "解缙, xie4",
    "曾国藩, zeng1",
    "任何人, ren2",
    "朴树, piao2",
    "种师道, chong2",
    "尉迟恭, yu4 chi2",
    "万俟卨, mo4 qi2",
    "欧阳修, ou1 yang2",
    "张三, zhang1",
    "华罗庚, hua4"
  })
  void surname_hasItsOwnReading(String name, String surname) {
    List<String> said = readings.readName(name);
    assertEquals(List.of(surname.split(" ")), said.subList(0, surname.split(" ").length));
  }

  @Test
  void characterOutsideTheTables_isLeftOutAndBreaksNothing() {
    assertEquals(List.of("yin2", "xing2"), readings.read("银\uE000行"));
    assertEquals(List.of(), readings.read(""));
  }

  @Test
  void rareCharacters_areRead() {
    assertEquals(List.of("yu4", "yan3", "zhe2", "ji2"), readings.read("彧䶮喆𠮷"));
  }
}
