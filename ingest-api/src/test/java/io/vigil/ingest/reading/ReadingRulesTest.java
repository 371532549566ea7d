package io.vigil.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.vital.Vital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a reading acceptable, and what is said of one that is not. */
class ReadingRulesTest {
  private static final long NOW_MS = Parsed.NOW.toEpochMilli();

  @Test
  void takesTheReadingOfTheContract() throws Exception {
    Submission submission =
        Parsed.json(
            "{'patient':'p-0001','vital':'heart_rate','time':'2026-11-21T08:00:00.250Z',"
                    .replace('\'', '"')
                + "\"value\":72,\"seq\":17}");

    assertThat(Parsed.readings(submission))
        .containsExactly("p-0001 heart_rate 1795248000250=7200#17");
    assertThat(submission.rejections()).isEmpty();
    assertThat(submission.acceptable()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'vital':'heart_rate','time':1795248000000,'value':72}",
        "{'value':72,'time':1795248000000,'vital':'heart_rate'}",
        "{'patient':null,'vital':'heart_rate','time':1795248000000,'value':72,'seq':null}",
        "{'patient':'p-0001','vital':'heart_rate','time':'2026-11-21T08:00:00Z','value':72.0}",
        "{'vital':'heart_rate','time':'2026-11-21T09:00:00+01:00','value':7.2e1}",
        " \t\r\n{ 'vital' : 'heart_rate' , 'time' : 1795248000000 , 'value' : 72 } \n",
        "[{'vital':'heart_rate','time':1795248000000,'value':72}]",
        "{'vital':'heart\\u005frate','t\\u0069me':1795248000000,'value':72}",
        "{'vital':'heart_rate','time':1795248000000,'value':72,'unit':'/min'}",
        "{'vital':'heart_rate','time':1795248000000,'value':72,'more':{'value':1,'a':[[{}]]}}",
        "{'x':[{'value':1}],'vital':'heart_rate','y':null,'time':1795248000000,'value':72}",
        "{'x':1e999,'vital':'heart_rate','time':1795248000000,'value':72,'Value':'1'}",
        "{'':0,'vital':'heart_rate','time':1795248000000,'value':72}",
        "{'ü':'漢','vital':'heart_rate','time':1795248000000,'value':72}"
      })
  void takesAReadingInWhateverFormItComes(String body) throws Exception {
    Submission submission = Parsed.json(body.replace('\'', '"'));

    assertThat(submission.rejections()).isEmpty();
    assertThat(Parsed.readings(submission)).containsExactly("p-0001 heart_rate 1795248000000=7200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // Not a reading at all.
        "null | not_a_reading",
        "true | not_a_reading",
        "17 | not_a_reading",
        "-1e5 | not_a_reading",
        "'reading' | not_a_reading",
        "[[]] | not_a_reading",
        "[null] | not_a_reading",
        "[[{'vital':'heart_rate','time':1795248000000,'value':72}]] | not_a_reading",
        // Members given twice, ours or others'.
        "{'value':1,'value':2} | not_a_reading",
        "{'patient':'p-0001','patient':'p-0001','vital':'heart_rate','time':1,'value':1} |"
            + " not_a_reading",
        "{'vital':'spo2','vital':'spo2','time':1795248000000,'value':72} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'time':1795248000000,'value':72} | not_a_reading",
        "{'seq':1,'seq':1,'vital':'spo2','time':1795248000000,'value':72} | not_a_reading",
        "{'x':1,'x':1,'vital':'spo2','time':1795248000000,'value':72} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'v\\u0061lue':73} | not_a_reading",
        // A count that cannot be one.
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':-1} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':1.0} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':1e3} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':'17'} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':true} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':{}} | not_a_reading",
        "{'vital':'spo2','time':1795248000000,'value':72,'seq':18446744073709551616} |"
            + " not_a_reading",
        // Whose it is.
        "{'patient':'p-0002','vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':'','vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':'P-0001','vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':'p-0001 ','vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':1,'vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':['p-0001'],'vital':'spo2','time':1795248000000,'value':72} | unknown_patient",
        "{'patient':{'id':'p-0001'},'vital':'spo2','time':1795248000000,'value':72} |"
            + " unknown_patient",
        // What it is.
        "{} | unknown_vital",
        "{'time':1795248000000,'value':72} | unknown_vital",
        "{'vital':null,'time':1795248000000,'value':72} | unknown_vital",
        "{'vital':'','time':1795248000000,'value':72} | unknown_vital",
        "{'vital':'Heart_Rate','time':1795248000000,'value':72} | unknown_vital",
        "{'vital':'8867-4','time':1795248000000,'value':72} | unknown_vital",
        "{'vital':['heart_rate'],'time':1795248000000,'value':72} | unknown_vital",
        "{'vital':1,'time':1795248000000,'value':72} | unknown_vital",
        // The value.
        "{'vital':'heart_rate','time':1795248000000} | value_missing",
        "{'vital':'heart_rate','time':1795248000000,'value':null} | value_missing",
        "{'vital':'heart_rate','time':1795248000000,'value':'72'} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':'NaN'} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':true} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':false} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':[72]} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':{'n':72}} | value_not_a_number",
        "{'vital':'heart_rate','time':1795248000000,'value':350.01} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':350.005} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':-1} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':-0.005} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':1e400} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':-1e400} | value_implausible",
        "{'vital':'heart_rate','time':1795248000000,'value':43000000} | value_implausible",
        "{'vital':'temperature','time':1795248000000,'value':9.99} | value_implausible",
        // The time.
        "{'vital':'heart_rate','value':72} | time_missing",
        "{'vital':'heart_rate','value':72,'time':null} | time_missing",
        "{'vital':'heart_rate','value':72,'time':''} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':'1795248000000'} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':'2026-11-21T08:00:00'} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':'2026-11-31T08:00:00Z'} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':1795248000000.0} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':1.795248e12} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':true} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':[1795248000000]} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':{}} | time_malformed",
        "{'vital':'heart_rate','value':72,'time':1795248060001} | time_in_future",
        "{'vital':'heart_rate','value':72,'time':'2026-11-21T08:01:00.001Z'} | time_in_future",
        "{'vital':'heart_rate','value':72,'time':'2100-01-01T00:00:00Z'} | time_in_future",
        "{'vital':'heart_rate','value':72,'time':1795248000000000} | time_in_future",
        "{'vital':'heart_rate','value':72,'time':99999999999999999999} | time_in_future",
        "{'vital':'heart_rate','value':72,'time':1794643199999} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':1795248000} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':0} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':-1} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':-99999999999999999999} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':'1970-01-01T00:00:00Z'} | time_too_old",
        "{'vital':'heart_rate','value':72,'time':'0000-01-01T00:00:00Z'} | time_too_old",
      })
  void refusesWithTheContractsCode(String body, String code) throws Exception {
    Submission submission = Parsed.json(body.replace('\'', '"'));

    assertThat(Parsed.rejections(submission)).isEqualTo("0:" + code);
    assertThat(submission.acceptable()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'seq':-1,'patient':'x','vital':'x','value':'x','time':'x'} | not_a_reading",
        "{'time':'x','value':'x','vital':'x','patient':'x'} | unknown_patient",
        "{'time':'x','value':'x','vital':'x'} | unknown_vital",
        "{'time':'x','vital':'spo2'} | value_missing",
        "{'time':'x','value':'x','vital':'spo2'} | value_not_a_number",
        "{'time':'x','value':101,'vital':'spo2'} | value_implausible",
        "{'value':101,'vital':'spo2'} | value_implausible",
        "{'value':100,'vital':'spo2'} | time_missing",
      })
  void tellsTheFirstOfSeveralFlawsInTheContractsOrder(String body, String code) throws Exception {
    assertThat(Parsed.rejections(Parsed.json(body.replace('\'', '"')))).isEqualTo("0:" + code);
  }

  @ParameterizedTest
  @EnumSource(Vital.class)
  void takesEveryVitalWithinItsRangeBoundsIncluded(Vital vital) throws Exception {
    assertThat(rejectionsOf(vital, vital.minHundredths())).isEmpty();
    assertThat(rejectionsOf(vital, vital.maxHundredths())).isEmpty();
    assertThat(rejectionsOf(vital, vital.minHundredths() - 1)).isEqualTo("0:value_implausible");
    assertThat(rejectionsOf(vital, vital.maxHundredths() + 1)).isEqualTo("0:value_implausible");
  }

  @ParameterizedTest
  @ValueSource(longs = {60_000, 59_999, 0, -1, -604_800_000})
  void takesTimesFromSevenDaysAgoToAMinuteAhead(long fromNowMs) throws Exception {
    Submission submission =
        Parsed.json("{\"vital\":\"spo2\",\"value\":98,\"time\":%d}".formatted(NOW_MS + fromNowMs));

    assertThat(submission.rejections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"72.005, 7201", "72.004, 7200", "0, 0", "-0.0049, 0", "350.0049, 35000"})
  void keepsTwoDecimalsRoundedHalfUp(String value, int hundredths) throws Exception {
    Submission submission =
        Parsed.json("{\"vital\":\"heart_rate\",\"time\":1795248000000,\"value\":" + value + "}");

    assertThat(Parsed.readings(submission))
        .containsExactly("p-0001 heart_rate 1795248000000=" + hundredths);
  }

  @Test
  void wantsThePatientNamedWhereADeviceHasSeveral() throws Exception {
    Submission submission =
        Parsed.json("{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}", TestScope.WARD);

    assertThat(Parsed.rejections(submission)).isEqualTo("0:unknown_patient");
    assertThat(submission.isAllOfOtherPatients()).isFalse();
  }

  @Test
  void refusesAPatientOfTheDeviceWhoIsNotAdmitted() throws Exception {
    Submission submission =
        Parsed.json(
            "{\"patient\":\"p-gone\",\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}",
            TestScope.WARD);

    assertThat(Parsed.rejections(submission)).isEqualTo("0:unknown_patient");
    assertThat(submission.isAllOfOtherPatients()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'patient':'p-0009'} | true",
        "[{'patient':'p-0009'},{'patient':'p-0008','vital':'x'}] | true",
        "[] | false",
        "[{'patient':'p-0009'},{}] | false",
        "[{'patient':'p-0009'},null] | false",
        "[{'patient':'p-0009'},{'patient':'p-0001','vital':'spo2','time':1795248000000,'value':9}]"
            + " | false",
      })
  void tellsRequestsThatAreAllOfOtherPatients(String body, boolean all) throws Exception {
    Submission submission = Parsed.json(body.replace('\'', '"'), TestScope.WARD);

    assertThat(submission.isAllOfOtherPatients()).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(RejectionCode.class)
  void hasACodeOfTheContractForEveryReason(RejectionCode code) {
    assertThat(code.code())
        .isIn(
            "not_a_reading",
            "malformed_json",
            "unknown_patient",
            "unknown_vital",
            "value_missing",
            "value_not_a_number",
            "value_implausible",
            "time_missing",
            "time_malformed",
            "time_in_future",
            "time_too_old",
            "too_many_readings");
  }

  private static String rejectionsOf(Vital vital, int hundredths) throws Exception {
    return Parsed.rejections(
        Parsed.json(
            "{\"vital\":\"%s\",\"time\":%d,\"value\":%s}"
                .formatted(vital.code(), NOW_MS, Vital.decimal(hundredths))));
  }
}
