/**
 * Traditional and variant characters, each followed by the simplified one, for the words of the forms, of titles and of
 * numbers; made from OpenCC's tables. What a report writes is never changed: these are for comparing only.
 */
const pairs =
  '佈布 係系 個个 億亿 內内 動动 務务 區区 問问 單单 當当 噹当 國国 埰采 執执 報报 審审 對对 導导 屬属 廢废 廳厅 強强 彔录 後后 復复 捲卷 ' +
  '採采 據据 數数 於于 昇升 時时 暫暂 會会 査查 條条 業业 構构 標标 機机 權权 決决 沒没 況况 減减 瀏浏 為为 爲为 無无 獲获 現现 發发 ' +
  '確确 祕秘 稱称 穩稳 穫获 箇个 範范 糾纠 納纳 組组 結结 經经 維维 總总 緫总 織织 繫系 繳缴 繼继 續续 罰罚 舉举 萬万 處处 號号 補补 製制 ' +
  '複复 規规 覽览 計计 訟讼 訪访 許许 訴诉 註注 詢询 試试 認认 說说 説说 請请 議议 護护 費费 購购 踰逾 轉转 辦办 這这 進进 過过 鄉乡 ' +
  '錄录 録录 鎭镇 鎮镇 鏈链 閉闭 開开 間间 關关 陞升 隻只 頁页 項项 領领 題题 額额 類类 體体 戶户 戸户 來来 與与 產产 質质 線线 門门 員员 際际 ' +
  '從从 優优 協协 歸归 裡里 裏里 責责 監监 測测 價价 實实 應应 設设 變变 傳传 啟启 啓启 齊齐 術术 網网 聯联 電电 話话 擔担 點点 團团 貿贸 ' +
  '財财 學学 農农 醫医 療疗 衛卫 環环 檢检 衝冲 園园 縣县 臺台 灣湾 訂订 勞劳 險险 綜综 統统 賬账';

/** Simplified characters by their traditional forms. */
export const simplifiedForms: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
